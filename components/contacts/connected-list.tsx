"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ContactView } from "#lib/contacts/schema";
import styles from "./contact-row.module.css";
import { ContactRow } from "./contact-row.tsx";
import { useEndContact } from "./use-contact-actions.ts";
import { useDates } from "./use-dates.ts";

/** The people to whom one is connected. RFC-16, GAP-049 */
export function ConnectedList({ contacts }: { readonly contacts: readonly ContactView[] }) {
  return (
    <ul className={styles.list}>
      {contacts.map((contact) => (
        <Contact key={contact.person.id} contact={contact} />
      ))}
    </ul>
  );
}

function Contact({ contact }: { readonly contact: ContactView }) {
  const t = useTranslations("contacts");
  const dateOf = useDates();
  const { person, email, message, isOwnRequest, since } = contact;
  const { askEnd, isSubmitting } = useEndContact(person);
  const asked = isOwnRequest ? t("askedByYou") : t("askedByOther", { name: person.name });
  const note = [t("since", { date: dateOf(since) }), ...(isOwnRequest === null ? [] : [asked])].join(" · ");
  return (
    <ContactRow person={person} title={person.name} subtitle={email} message={message} note={note}>
      <Button
        variant="default"
        size="sm"
        loading={isSubmitting}
        onClick={askEnd}
        aria-label={t("endWith", { name: person.name })}
      >
        {t("end")}
      </Button>
    </ContactRow>
  );
}
