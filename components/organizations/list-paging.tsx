import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./list.module.css";

type Props = {
  readonly page: { readonly page: number; readonly pageSize: number; readonly total: number };
  readonly shown: number;
  readonly addressOf: (page: number) => string;
};

/** Which part of the list is shown, and the way to the next; nothing when all of it is. */
export function ListPaging({ page: { page, pageSize, total }, shown, addressOf }: Props) {
  const t = useTranslations("organization.users");
  const from = (page - 1) * pageSize + 1;
  const to = from + shown - 1;
  if (from === 1 && to === total) return null;
  return (
    <nav aria-label={t("pages")} className={styles.paging}>
      <span className={styles.range}>{t("range", { from, to, total })}</span>
      {from > 1 ? (
        <Link href={addressOf(page - 1)} rel="prev">
          {t("previous")}
        </Link>
      ) : null}
      {to < total ? (
        <Link href={addressOf(page + 1)} rel="next">
          {t("next")}
        </Link>
      ) : null}
    </nav>
  );
}
