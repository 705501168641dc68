import Link from "next/link";
import { useTranslations } from "next-intl";
import { contactPageSize } from "#lib/contacts/schema";
import { type ContactTab, contactsAddress } from "./contacts-address.ts";
import styles from "./list-paging.module.css";

type Props = {
  readonly tab: ContactTab;
  readonly query: string | undefined;
  readonly page: number;
  readonly total: number;
};

/** Which part of the list is shown, and the ways to the others; nothing when all of it is. */
export function ListPaging({ tab, query, page, total }: Props) {
  const t = useTranslations("contacts.paging");
  if (total <= contactPageSize) return null;
  const from = (page - 1) * contactPageSize + 1;
  const to = Math.min(page * contactPageSize, total);
  return (
    <nav aria-label={t("label")} className={styles.paging}>
      <span className={styles.range}>{t("range", { from, to, total })}</span>
      {page > 1 ? (
        <Link href={contactsAddress({ tab, query, page: page - 1 })} rel="prev">
          {t("previous")}
        </Link>
      ) : null}
      {to < total ? (
        <Link href={contactsAddress({ tab, query, page: page + 1 })} rel="next">
          {t("next")}
        </Link>
      ) : null}
    </nav>
  );
}
