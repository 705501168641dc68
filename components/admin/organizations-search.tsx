"use client";

import { Button, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { OrganizationSearch } from "#lib/admin/schema";
import { organizationsAddress } from "./organizations-address.ts";
import styles from "./people-filters.module.css";

/** Search in the list of organizations; it stands in the address. */
export function OrganizationsSearch({ search }: { readonly search: OrganizationSearch }) {
  const t = useTranslations("admin.organizations");
  const router = useRouter();
  const [query, setQuery] = useState(search.query ?? "");
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    router.push(organizationsAddress({ query: query.trim() || undefined, page: 1 }));
  };
  return (
    <div className={styles.filters}>
      <search>
        <form className={styles.search} onSubmit={handleSubmit}>
          <TextInput
            type="search"
            aria-label={t("search")}
            placeholder={t("search")}
            leftSection={<IconSearch size={18} stroke={1.5} aria-hidden />}
            value={query}
            maxLength={100}
            onChange={(event) => setQuery(event.currentTarget.value)}
            className={styles.input}
          />
          <Button type="submit" variant="default" size="md">
            {t("searchAction")}
          </Button>
        </form>
      </search>
    </div>
  );
}
