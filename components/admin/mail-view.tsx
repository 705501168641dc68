"use client";

import { Tabs } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Fact, Facts } from "#components/ui/facts";
import type { KeptMailView } from "#lib/mail/schema";
import styles from "./mail-view.module.css";
import { useMoments } from "./use-moments.ts";

/** One mail with all its parts. The page part runs no scripts and loads nothing. */
export function MailView({ mail }: { readonly mail: KeptMailView }) {
  const t = useTranslations("admin.mails");
  const moments = useMoments();
  return (
    <>
      <Facts>
        <Fact name={t("to")}>{mail.toName ? `${mail.toName} <${mail.toAddress}>` : mail.toAddress}</Fact>
        <Fact name={t("at")}>{moments.dateTime(mail.createdAt)}</Fact>
        <Fact name={t("state")}>{t(mail.state)}</Fact>
        {mail.lastError ? <Fact name={t("error")}>{mail.lastError}</Fact> : null}
      </Facts>
      <Tabs defaultValue="page" mt="lg" keepMounted={false}>
        <Tabs.List aria-label={t("views")}>
          <Tabs.Tab value="page">{t("page")}</Tabs.Tab>
          <Tabs.Tab value="text">{t("text")}</Tabs.Tab>
          {mail.icalendarText ? <Tabs.Tab value="calendar">{t("calendar")}</Tabs.Tab> : null}
        </Tabs.List>
        <Tabs.Panel value="page" pt="md">
          <iframe
            title={t("pageTitle")}
            className={styles.page}
            sandbox=""
            referrerPolicy="no-referrer"
            srcDoc={mail.html}
          />
        </Tabs.Panel>
        <Tabs.Panel value="text" pt="md">
          <pre className={styles.text} lang={mail.locale}>
            {mail.text}
          </pre>
        </Tabs.Panel>
        {mail.icalendarText ? (
          <Tabs.Panel value="calendar" pt="md">
            <pre className={styles.text}>{mail.icalendarText}</pre>
          </Tabs.Panel>
        ) : null}
      </Tabs>
    </>
  );
}
