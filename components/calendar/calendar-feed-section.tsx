"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SettingsSection } from "#components/accounts/settings-section";
import { CopyButton } from "#components/ui/copy-button";
import { useSubmit } from "#components/ui/use-submit";
import { makeCalendarFeed, revokeCalendarFeed } from "#lib/calendar/endpoints";
import type { CalendarFeedView } from "#lib/calendar/schema";
import { call } from "#lib/door/call";
import { formatTime, localDateOf } from "#lib/shared/time";
import { ask } from "../ui/ask.tsx";
import { useOrigin } from "../ui/use-origin.ts";
import { useReader } from "../ui/use-reader.ts";
import styles from "./calendar-feed-section.module.css";
import { plainDate } from "./wording.ts";

/** The secret address with which a calendar program shows the person's meetings: made, shown once, replaced, switched off. */
export function CalendarFeedSection({ feed }: { readonly feed: CalendarFeedView }) {
  const t = useTranslations("meetings.feed");
  const origin = useOrigin();
  const { submit, isSubmitting } = useSubmit();
  const [shown, setShown] = useState(feed);
  const [path, setPath] = useState<string | null>(null);
  const make = () =>
    submit(async () => {
      const made = await call(makeCalendarFeed, {});
      setShown(made);
      setPath(made.path);
      notifications.show({ message: t("made") });
    });
  const revoke = () =>
    submit(async () => {
      await call(revokeCalendarFeed, {});
      setShown({ exists: false, createdAt: null, lastUsedAt: null });
      setPath(null);
      notifications.show({ message: t("revoked") });
    });
  const askReplace = () =>
    ask({
      title: t("askReplace.title"),
      text: t("askReplace.text"),
      keep: t("askReplace.keep"),
      choices: [{ label: t("askReplace.confirm"), onChosen: make }],
    });
  const askRevoke = () =>
    ask({
      title: t("askRevoke.title"),
      text: t("askRevoke.text"),
      keep: t("askRevoke.keep"),
      choices: [{ label: t("askRevoke.confirm"), isGrave: true, onChosen: revoke }],
    });
  return (
    <SettingsSection title={t("title")} note={t("text")}>
      <FeedUse feed={shown} />
      {path ? <NewAddress address={`${origin}${path}`} /> : null}
      <div className={styles.buttons}>
        {shown.exists ? (
          <>
            <Button variant="default" loading={isSubmitting} onClick={askReplace}>
              {t("replace")}
            </Button>
            <Button variant="subtle" color="coral" disabled={isSubmitting} onClick={askRevoke}>
              {t("revoke")}
            </Button>
          </>
        ) : (
          <Button variant="default" loading={isSubmitting} onClick={make}>
            {t("make")}
          </Button>
        )}
      </div>
    </SettingsSection>
  );
}

/** Since when it is there, and whether anything reads it. */
function FeedUse({ feed }: { readonly feed: CalendarFeedView }) {
  const t = useTranslations("meetings.feed");
  const reader = useReader();
  const dateOf = (instant: string) =>
    plainDate(localDateOf(new Date(instant), reader.timeZone), reader.locale);
  const { createdAt, lastUsedAt } = feed;
  if (!createdAt) return null;
  return (
    <p className={styles.use}>
      {t("active", { date: dateOf(createdAt) })}{" "}
      {lastUsedAt
        ? t("lastUsed", { date: dateOf(lastUsedAt), time: formatTime(new Date(lastUsedAt), reader) })
        : t("neverUsed")}
    </p>
  );
}

function NewAddress({ address }: { readonly address: string }) {
  const t = useTranslations("meetings.feed");
  return (
    <div className={styles.made} role="status">
      <p className={styles.once}>{t("shownOnce")}</p>
      <div className={styles.address}>
        <code className={styles.text} title={t("address")}>
          {address}
        </code>
        <CopyButton value={address} label={t("copy")} />
      </div>
      <p className={styles.use}>{t("how")}</p>
    </div>
  );
}
