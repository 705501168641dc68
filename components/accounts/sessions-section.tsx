"use client";

import { Badge, Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDeviceDesktop, IconDeviceMobile } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ask } from "#components/ui/ask";
import { useSubmit } from "#components/ui/use-submit";
import { revokeOtherSignInSessions, revokeSignInSession } from "#lib/accounts/sessions/endpoints";
import type { SignInSessionView } from "#lib/accounts/sessions/schema";
import { call } from "#lib/door/call";
import { formatShortDate, formatTime } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";
import styles from "./sessions-section.module.css";
import { SettingsSection } from "./settings-section.tsx";

/** The browsers in which somebody is signed in, to be signed out from here. INV-16, GAP-039 */
export function SessionsSection({ sessions }: { readonly sessions: readonly SignInSessionView[] }) {
  const t = useTranslations("security.sessions");
  const router = useRouter();
  const { submit, isSubmitting } = useSubmit();
  const revokeOthers = () =>
    submit(async () => {
      await call(revokeOtherSignInSessions, {});
      notifications.show({ message: t("othersRevoked") });
      router.refresh();
    });
  const askRevokeOthers = () =>
    ask({
      title: t("revokeTitle"),
      text: t("revokeText"),
      keep: t("keep"),
      choices: [{ label: t("revokeConfirm"), isGrave: true, onChosen: revokeOthers }],
    });
  return (
    <SettingsSection title={t("title")} note={t("note")}>
      <ul className={styles.list} aria-label={t("title")}>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Button variant="default" loading={isSubmitting} onClick={askRevokeOthers}>
          {t("revokeOthers")}
        </Button>
      ) : (
        <Text c="dimmed">{t("onlyThis")}</Text>
      )}
    </SettingsSection>
  );
}

function SessionRow({ session }: { readonly session: SignInSessionView }) {
  const t = useTranslations("security.sessions");
  const router = useRouter();
  const { submit, isSubmitting } = useSubmit();
  const when = useWhen();
  const device = useDeviceName(session);
  const Icon = session.device.form === "mobile" ? IconDeviceMobile : IconDeviceDesktop;
  const handleRevoke = () =>
    submit(async () => {
      await call(revokeSignInSession, { sessionId: session.id });
      notifications.show({ message: t("revoked") });
      router.refresh();
    });
  return (
    <li className={styles.row}>
      <Icon size={20} stroke={1.5} aria-hidden className={styles.sign} />
      <div className={styles.text}>
        <Group gap="xs">
          <span className={styles.device}>{device}</span>
          {session.isCurrent ? (
            <Badge variant="light" tt="none">
              {t("current")}
            </Badge>
          ) : null}
        </Group>
        <p className={styles.quiet}>{t("lastSeen", { when: when(session.lastSeenAt) })}</p>
        <p className={styles.quiet}>
          {[
            t("signedIn", { when: when(session.signedInAt) }),
            session.address ? t("address", { address: session.address }) : "",
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {session.isCurrent ? null : (
        <Button
          variant="default"
          size="xs"
          loading={isSubmitting}
          aria-label={t("revokeLabel", { device })}
          onClick={handleRevoke}
        >
          {t("revoke")}
        </Button>
      )}
    </li>
  );
}

function useDeviceName({ device: { browser, system } }: SignInSessionView): string {
  const t = useTranslations("security.sessions");
  if (browser && system) return t("device", { browser, system });
  return browser ?? system ?? t("unknown");
}

function useWhen(): (instant: string) => string {
  const reader = useReader();
  return (instant) => {
    const at = new Date(instant);
    return `${formatShortDate(at, reader)}, ${formatTime(at, reader)}`;
  };
}
