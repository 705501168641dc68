import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./list-paging.module.css";

type Props = {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly addressOf: (page: number) => string;
};

/** Which part of a list is shown, and the ways to the next; nothing when all of it is. */
export function ListPaging({ page, pageSize, total, addressOf }: Props) {
  const t = useTranslations("common.paging");
  const from = (page - 1) * pageSize + 1;
  const to = Math.min(page * pageSize, total);
  if (from === 1 && to === total) return null;
  return (
    <nav aria-label={t("label")} className={styles.paging}>
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
