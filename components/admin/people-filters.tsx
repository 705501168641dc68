"use client";

import { Button, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { PeopleSearch } from "#lib/admin/schema";
import { peopleAddress } from "./people-address.ts";
import styles from "./people-filters.module.css";

const choices = ["all", "active", "disabled", "locked", "withoutLicence"] as const;

/** Search and filters of the list; they stand in the address. */
export function PeopleFilters({ search }: { readonly search: PeopleSearch }) {
  const t = useTranslations("admin.people");
  const router = useRouter();
  const [query, setQuery] = useState(search.query ?? "");
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    router.push(peopleAddress({ ...search, query: query.trim() || undefined, page: 1 }));
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
      <nav aria-label={t("show")} className={styles.chips}>
        {choices.map((show) => (
          <Link
            key={show}
            href={peopleAddress({ ...search, show, page: 1 })}
            className={styles.chip}
            aria-current={show === search.show ? "true" : undefined}
          >
            {t(show)}
          </Link>
        ))}
      </nav>
    </div>
  );
}
