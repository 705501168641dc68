"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconKey, IconLock, IconLockOpen, IconPhoneOff } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useSubmit } from "#components/ui/use-submit";
import { lockConference, unlockConference } from "#lib/conferences/endpoints";
import { ConferenceNumber } from "#lib/conferences/schema";
import { call } from "#lib/door/call";
import styles from "./conference-controls.module.css";
import { askPin } from "./pin-dialog.tsx";
import { useEnding } from "./use-ending.ts";

const icon = { size: 18, stroke: 1.5 } as const;

type Props = {
  readonly conference: {
    readonly number: string;
    readonly title: string;
    readonly pin: string | null;
    readonly isLocked: boolean;
  };
  readonly insideCount: number;
};

/** What owner and moderators do from the card while people are inside. GAP-091, GAP-092 */
export function ConferenceControls({ conference, insideCount }: Props) {
  const t = useTranslations("rooms.controls");
  const router = useRouter();
  const { submit, isSubmitting } = useSubmit();
  const { title, pin, isLocked } = conference;
  const number = ConferenceNumber.parse(conference.number);
  const ending = useEnding({ number, insideCount });
  const toggleLock = () =>
    submit(async () => {
      await call(isLocked ? unlockConference : lockConference, { number });
      notifications.show({ message: t(isLocked ? "unlocked" : "locked") });
      router.refresh();
    });
  return (
    <section aria-label={t("label")} className={styles.controls}>
      <Button
        variant="default"
        loading={isSubmitting}
        leftSection={isLocked ? <IconLockOpen {...icon} /> : <IconLock {...icon} />}
        onClick={toggleLock}
      >
        {t(isLocked ? "unlock" : "lock")}
      </Button>
      <Button
        variant="default"
        leftSection={<IconKey {...icon} />}
        onClick={() => askPin({ number, title, pin, onDone: () => router.refresh() })}
      >
        {t(pin ? "changePin" : "setPin")}
      </Button>
      <Button
        variant="subtle"
        color="coral"
        loading={ending.isEnding}
        leftSection={<IconPhoneOff {...icon} />}
        onClick={ending.ask}
      >
        {t("end")}
      </Button>
    </section>
  );
}
