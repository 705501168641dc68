"use client";

import { Badge, Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { SentRequestState, SentRequestView } from "#lib/contacts/schema";
import styles from "./contact-row.module.css";
import { ContactRow } from "./contact-row.tsx";
import { useSentActions } from "./use-contact-actions.ts";
import { useDates } from "./use-dates.ts";

/** Every request that one sent, with what became of it. RFC-14, RFC-15, GAP-048, GAP-049 */
export function SentList({ requests }: { readonly requests: readonly SentRequestView[] }) {
  return (
    <ul className={styles.list}>
      {requests.map((request) => (
        <Sent key={request.id} request={request} />
      ))}
    </ul>
  );
}

function Sent({ request }: { readonly request: SentRequestView }) {
  const { person, email, message } = request;
  return (
    <ContactRow
      person={person}
      title={person?.name ?? email}
      subtitle={person ? email : undefined}
      message={message}
      note={<State request={request} />}
    >
      {request.state === "pending" ? <SentActions request={request} /> : null}
    </ContactRow>
  );
}

const colours: Readonly<Partial<Record<SentRequestState, string>>> = {
  pending: "var(--atrium-waiting)",
  connected: "var(--atrium-accent)",
};

function State({ request }: { readonly request: SentRequestView }) {
  const t = useTranslations("contacts");
  const dateOf = useDates();
  const { state, sentAt, lastSentAt, expiresAt, decidedAt } = request;
  const isAgain = lastSentAt !== sentAt;
  const sent = isAgain
    ? t("sentAgain", { date: dateOf(sentAt), last: dateOf(lastSentAt) })
    : t("sentOn", { date: dateOf(sentAt) });
  const more = [
    ...(state === "pending" ? [t("openUntil", { until: dateOf(expiresAt) })] : []),
    ...(decidedAt && state !== "ended" ? [t("decidedOn", { date: dateOf(decidedAt) })] : []),
  ];
  return (
    <>
      <Badge variant="default" radius="sm" tt="none" fw={500} c={colours[state]}>
        {t(`states.${state}`)}
      </Badge>
      {[...more, sent].join(" · ")}
    </>
  );
}

function SentActions({ request }: { readonly request: SentRequestView }) {
  const t = useTranslations("contacts");
  const { email, mayResend } = request;
  const { resend, askWithdraw, isSubmitting } = useSentActions(request);
  return (
    <>
      {mayResend ? (
        <Button
          variant="default"
          size="sm"
          loading={isSubmitting}
          onClick={() => void resend()}
          aria-label={t("resendTo", { email })}
        >
          {t("resend")}
        </Button>
      ) : null}
      <Button
        variant="subtle"
        color="gray"
        size="sm"
        disabled={isSubmitting}
        onClick={askWithdraw}
        aria-label={t("withdrawTo", { email })}
      >
        {t("withdraw")}
      </Button>
    </>
  );
}
