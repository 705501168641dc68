"use client";

import { useTranslations } from "next-intl";
import type { OrganizationSearch } from "#lib/admin/schema";
import { SearchField } from "../ui/search-field.tsx";
import { organizationsAddress } from "./organizations-address.ts";
import styles from "./people-filters.module.css";

/** Search in the list of organizations; it stands in the address. */
export function OrganizationsSearch({ search }: { readonly search: OrganizationSearch }) {
  const t = useTranslations("admin.organizations");
  return (
    <div className={styles.filters}>
      <SearchField
        query={search.query}
        label={t("search")}
        addressOf={(query) => organizationsAddress({ query, page: 1 })}
      />
    </div>
  );
}
