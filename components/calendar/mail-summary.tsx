"use client";

import { IconMail } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { EventForm } from "./event-draft.ts";
import type { Told } from "./form-problems.ts";
import styles from "./mail-summary.module.css";
import { useRuleSentence, useTimeSentence } from "./time-sentence.tsx";
import type { FormPurpose } from "./use-event-form.ts";

type Props = {
  readonly form: EventForm;
  readonly told: Told;
  readonly purpose: FormPurpose;
  readonly servedAt: string;
};

/** Who will be told what, before it is sent. */
export function MailSummary({ form, told, purpose, servedAt }: Props) {
  const t = useTranslations("meetings.form.mail");
  const when = useTimeSentence(form, servedAt);
  const rule = useRuleSentence(form);
  const { added, kept, removed } = told;
  const lines = [
    added > 0 ? t("invited", { count: added }) : null,
    kept > 0 ? t("told", { count: kept }) : null,
    removed > 0 ? t("uninvited", { count: removed }) : null,
  ].filter((line) => line !== null);
  const nobody = form.invited.length === 0 ? t("nobody") : t("nothingToTell");
  const held = [form.title.trim(), when, purpose.kind === "occurrence" ? null : rule, form.location.trim()];
  return (
    <section className={styles.summary} aria-labelledby="mail-summary">
      <IconMail className={styles.sign} size={20} stroke={1.5} aria-hidden />
      <div>
        <h2 id="mail-summary" className={styles.heading}>
          {t("title")}
        </h2>
        {lines.length === 0 ? (
          <p className={styles.line}>{nobody}</p>
        ) : (
          <>
            <ul className={styles.lines}>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p className={styles.held}>{held.filter(Boolean).join("\n")}</p>
            <p className={styles.line}>{t("contents")}</p>
          </>
        )}
      </div>
    </section>
  );
}
