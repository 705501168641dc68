import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ContactCounts } from "#lib/contacts/schema";
import styles from "./contact-tabs.module.css";
import { type ContactTab, contactsAddress, contactTabs } from "./contacts-address.ts";

type Props = { readonly chosen: ContactTab; readonly counts: ContactCounts };

/** The three lists with how much is in each; the chosen one stands in the address. RFC-05, GAP-049 */
export function ContactTabs({ chosen, counts }: Props) {
  const t = useTranslations("contacts.tabs");
  return (
    <nav aria-label={t("name")} className={styles.tabs}>
      {contactTabs.map((tab) => (
        <Link
          key={tab}
          href={contactsAddress({ tab })}
          className={styles.tab}
          aria-current={tab === chosen ? "page" : undefined}
        >
          {t(tab)} <span className={styles.count}>{counts[tab]}</span>
        </Link>
      ))}
    </nav>
  );
}
