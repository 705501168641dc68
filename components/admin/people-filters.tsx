"use client";

import { useTranslations } from "next-intl";
import type { PeopleSearch } from "#lib/admin/schema";
import { FilterChips } from "../ui/filter-chips.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { peopleAddress } from "./people-address.ts";
import styles from "./people-filters.module.css";

const choices = ["all", "active", "disabled", "locked", "withoutLicence"] as const;

/** Search and filters of the list; they stand in the address. */
export function PeopleFilters({ search }: { readonly search: PeopleSearch }) {
  const t = useTranslations("admin.people");
  const chips = choices.map((show) => ({
    href: peopleAddress({ ...search, show, page: 1 }),
    text: t(show),
    isChosen: show === search.show,
  }));
  return (
    <div className={styles.filters}>
      <SearchField
        query={search.query}
        label={t("search")}
        addressOf={(query) => peopleAddress({ ...search, query, page: 1 })}
      />
      <FilterChips label={t("show")} chips={chips} />
    </div>
  );
}
