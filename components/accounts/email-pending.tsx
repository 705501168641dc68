"use client";

import { Alert, Button, Group, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconMailForward } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useSubmit } from "#components/ui/use-submit";
import { cancelEmailChange, resendEmailChange } from "#lib/accounts/email-change/endpoints";
import type { PendingEmail } from "#lib/accounts/email-change/schema";
import { call } from "#lib/door/call";
import { formatShortDate, formatTime } from "#lib/shared/time";
import { ask } from "../ui/ask.tsx";
import { useReader } from "../ui/use-reader.ts";

type Props = { readonly pending: PendingEmail; readonly onCancelled: () => void };

/** The new address that waits for its link, to be sent again or given up. GAP-077 */
export function EmailPending({ pending, onCancelled }: Props) {
  const t = useTranslations("profile.email");
  const reader = useReader();
  const { submit, isSubmitting } = useSubmit();
  const { email } = pending;
  const expiresAt = new Date(pending.expiresAt);
  const until = `${formatShortDate(expiresAt, reader)}, ${formatTime(expiresAt, reader)}`;
  const resend = () =>
    submit(async () => {
      await call(resendEmailChange, {});
      notifications.show({ message: t("sent", { email }) });
    });
  const cancel = () =>
    submit(async () => {
      await call(cancelEmailChange, {});
      onCancelled();
      notifications.show({ message: t("cancelled") });
    });
  const askCancel = () =>
    ask({
      title: t("askCancel.title"),
      text: t("askCancel.text", { email }),
      keep: t("askCancel.keep"),
      choices: [{ label: t("askCancel.confirm"), isGrave: true, onChosen: cancel }],
    });
  return (
    <Alert color="pine" icon={<IconMailForward size={20} stroke={1.5} aria-hidden />} role="status">
      <Stack gap="sm">
        <span>{t("pending", { email, until })}</span>
        <Group gap="xs">
          <Button variant="default" size="sm" loading={isSubmitting} onClick={resend}>
            {t("resend")}
          </Button>
          <Button variant="subtle" size="sm" color="coral" disabled={isSubmitting} onClick={askCancel}>
            {t("cancel")}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
