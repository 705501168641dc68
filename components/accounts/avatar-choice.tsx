"use client";

import { Button, FileButton, Group, Stack } from "@mantine/core";
import { IconCamera, IconTrash, IconUpload } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useState } from "react";
import { Avatar } from "#components/ui/avatar";
import { avatarMediaTypes, maxAvatarBytes } from "#lib/accounts/avatar/schema";
import type { ProfileView } from "#lib/accounts/profile/schema";
import styles from "./avatar-choice.module.css";

type Props = {
  readonly profile: ProfileView;
  readonly onChosen: (picture: Blob) => void;
  readonly onCamera: () => void;
  readonly onDelete: () => void;
};

const maxMb = Math.floor(maxAvatarBytes / 1024 / 1024);

/** The ways to a picture: a file, dropped or chosen, or the camera. Delete is there only with a picture. SET-17, GAP-075 */
export function AvatarChoice({ profile, onChosen, onCamera, onDelete }: Props) {
  const t = useTranslations("profile.avatar");
  const { error, choose } = useChoosing(onChosen);
  const { isOver, handlers } = useDropping(choose);
  const { id, name, avatarId } = profile;
  return (
    <Stack gap="lg">
      <section className={styles.drop} data-over={isOver || undefined} aria-label={t("drop")} {...handlers}>
        <Avatar id={id} name={name} avatarId={avatarId} size="112px" />
        <p className={styles.words}>
          {isOver ? t("dropHere") : t("drop")}
          <span className={styles.rule}>{t("rule", { maxMb })}</span>
        </p>
        <Group gap="xs" justify="center">
          <FileButton onChange={choose} accept={avatarMediaTypes.join(",")}>
            {(props) => (
              <Button {...props} leftSection={<IconUpload size={18} stroke={1.5} aria-hidden />}>
                {t("choose")}
              </Button>
            )}
          </FileButton>
          <Button
            variant="default"
            onClick={onCamera}
            leftSection={<IconCamera size={18} stroke={1.5} aria-hidden />}
          >
            {t("camera")}
          </Button>
        </Group>
        {error ? (
          <p className={styles.error} role="alert">
            {error}
          </p>
        ) : null}
      </section>
      {avatarId ? (
        <Group>
          <Button
            variant="subtle"
            color="coral"
            onClick={onDelete}
            leftSection={<IconTrash size={18} stroke={1.5} aria-hidden />}
          >
            {t("delete")}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

/** Looks at a file before it is sent anywhere; the server looks again. */
function useChoosing(onChosen: (picture: Blob) => void) {
  const t = useTranslations("profile.avatar");
  const [error, setError] = useState<string | null>(null);
  const choose = async (file: File | null) => {
    if (!file) return;
    setError(null);
    if (!avatarMediaTypes.some((type) => type === file.type)) return setError(t("notAPicture"));
    if (file.size > maxAvatarBytes) return setError(t("tooLarge", { maxMb }));
    if (await canBeShown(file)) onChosen(file);
    else setError(t("broken"));
  };
  return { error, choose };
}

async function canBeShown(file: File): Promise<boolean> {
  try {
    const picture = await createImageBitmap(file);
    picture.close();
    return true;
  } catch (cause) {
    if (cause instanceof DOMException) return false;
    throw cause;
  }
}

function useDropping(onDropped: (file: File | null) => void) {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    // Without this the browser opens the file in place of the page.
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onDropped(event.dataTransfer.files.item(0));
  };
  return {
    isOver,
    handlers: { onDragEnter: over, onDragOver: over, onDragLeave: () => setOver(false), onDrop: drop },
  };
}
