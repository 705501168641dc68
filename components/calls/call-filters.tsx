import Link from "next/link";
import { useTranslations } from "next-intl";
import { CallRecordFilter } from "#lib/calls/schema";
import { callsHref } from "./call-address.ts";
import styles from "./call-filters.module.css";

/** The four views of the history, each with an address of its own. GAP-102 */
export function CallFilters({ chosen }: { readonly chosen: CallRecordFilter }) {
  const t = useTranslations("history");
  return (
    <nav aria-label={t("filter")} className={styles.filters}>
      {CallRecordFilter.options.map((filter) => (
        <Link
          key={filter}
          href={callsHref({ filter })}
          className={styles.filter}
          aria-current={filter === chosen ? "page" : undefined}
        >
          {t(`filters.${filter}`)}
        </Link>
      ))}
    </nav>
  );
}
