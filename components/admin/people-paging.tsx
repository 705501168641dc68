import Link from "next/link";
import { useTranslations } from "next-intl";
import type { PeoplePage, PeopleSearch } from "#lib/admin/schema";
import { peopleAddress } from "./people-address.ts";
import styles from "./people-paging.module.css";

type Props = { readonly search: PeopleSearch; readonly page: PeoplePage };

/** Which part of the list is shown, and the way to the next; nothing when all of it is. */
export function PeoplePaging({ search, page }: Props) {
  const t = useTranslations("admin.people");
  const from = (page.page - 1) * page.pageSize + 1;
  const to = from + page.people.length - 1;
  if (from === 1 && to === page.total) return null;
  return (
    <nav aria-label={t("pages")} className={styles.paging}>
      <span className={styles.range}>{t("range", { from, to, total: page.total })}</span>
      {from > 1 ? (
        <Link href={peopleAddress({ ...search, page: page.page - 1 })} rel="prev">
          {t("previous")}
        </Link>
      ) : null}
      {to < page.total ? (
        <Link href={peopleAddress({ ...search, page: page.page + 1 })} rel="next">
          {t("next")}
        </Link>
      ) : null}
    </nav>
  );
}
