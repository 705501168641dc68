"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ReceivedRequestView } from "#lib/contacts/schema";
import styles from "./contact-row.module.css";
import { ContactRow } from "./contact-row.tsx";
import { useReceivedActions } from "./use-contact-actions.ts";
import { useDates } from "./use-dates.ts";

/** The open requests to oneself, each with its two answers. RFC-16, RFC-35, RFC-36 */
export function ReceivedList({ requests }: { readonly requests: readonly ReceivedRequestView[] }) {
  return (
    <ul className={styles.list}>
      {requests.map((request) => (
        <Received key={request.id} request={request} />
      ))}
    </ul>
  );
}

function Received({ request }: { readonly request: ReceivedRequestView }) {
  const t = useTranslations("contacts");
  const dateOf = useDates();
  const { from, message, sentAt, expiresAt } = request;
  const { accept, decline, isSubmitting } = useReceivedActions(request);
  const note = t("receivedOn", { date: dateOf(sentAt), until: dateOf(expiresAt) });
  return (
    <ContactRow person={from} title={from.name} message={message} note={note}>
      <Button
        size="sm"
        loading={isSubmitting}
        onClick={() => void accept()}
        aria-label={t("acceptOf", { name: from.name })}
      >
        {t("accept")}
      </Button>
      <Button
        variant="default"
        size="sm"
        disabled={isSubmitting}
        onClick={() => void decline()}
        aria-label={t("declineOf", { name: from.name })}
      >
        {t("decline")}
      </Button>
    </ContactRow>
  );
}
