"use client";

import { Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { deleteAvatar } from "#lib/accounts/avatar/endpoints";
import type { ProfileView } from "#lib/accounts/profile/schema";
import { call } from "#lib/door/call";
import { assertNever } from "#lib/shared/errors";
import { ask } from "../ui/ask.tsx";
import { useSubmit } from "../ui/use-submit.tsx";
import { AvatarCamera } from "./avatar-camera.tsx";
import { AvatarChoice } from "./avatar-choice.tsx";
import { AvatarCrop } from "./avatar-crop.tsx";

/** Where the dialog stands. */
type Step =
  | { readonly kind: "choice" }
  | { readonly kind: "camera" }
  | { readonly kind: "crop"; readonly picture: Blob };

type Props = {
  readonly profile: ProfileView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Chooses a picture or takes one, cuts it out, saves it; deletes the one that there is. SET-09..12, SET-15..19, GAP-076 */
export function AvatarDialog({ profile, isOpen, onClose }: Props) {
  const t = useTranslations("profile.avatar");
  const common = useTranslations("common");
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("dialog")}
      transitionProps={{ transition: "fade" }}
      closeButtonProps={{ "aria-label": common("close") }}
    >
      <Steps profile={profile} onDone={onClose} />
    </Modal>
  );
}

/** Gone with the closed dialog, and the camera with it. */
function Steps({ profile, onDone }: { readonly profile: ProfileView; readonly onDone: () => void }) {
  const t = useTranslations("profile.avatar");
  const [step, setStep] = useState<Step>({ kind: "choice" });
  const router = useRouter();
  const handleChanged = (message: string) => {
    notifications.show({ message });
    // The picture stands in the shell, too.
    router.refresh();
    onDone();
  };
  const askDelete = useDeleting(() => handleChanged(t("deleted")));
  switch (step.kind) {
    case "camera":
      return (
        <AvatarCamera
          onTaken={(picture) => setStep({ kind: "crop", picture })}
          onBack={() => setStep({ kind: "choice" })}
        />
      );
    case "crop":
      return (
        <AvatarCrop
          picture={step.picture}
          onSaved={() => handleChanged(t("saved"))}
          onBack={() => setStep({ kind: "choice" })}
        />
      );
    case "choice":
      return (
        <AvatarChoice
          profile={profile}
          onChosen={(picture) => setStep({ kind: "crop", picture })}
          onCamera={() => setStep({ kind: "camera" })}
          onDelete={askDelete}
        />
      );
    default:
      return assertNever(step);
  }
}

/** Asks first; Cancel keeps the picture and the dialog. SET-18, SET-19 */
function useDeleting(onDeleted: () => void): () => void {
  const t = useTranslations("profile.deleteAvatar");
  const { submit } = useSubmit();
  const remove = () =>
    submit(async () => {
      await call(deleteAvatar, {});
      onDeleted();
    });
  return () =>
    ask({
      title: t("title"),
      text: t("text"),
      keep: t("cancel"),
      choices: [{ label: t("ok"), isGrave: true, onChosen: remove }],
    });
}
