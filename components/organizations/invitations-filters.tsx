"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type InvitationSearch, invitationStates } from "#lib/organizations/invitations/schema";
import { invitationsAddress } from "./invitations-address.ts";
import styles from "./list.module.css";
import { SearchField } from "./search-field.tsx";

/** Search and filter of the invitations; they stand in the address. */
export function InvitationsFilters({ search }: { readonly search: InvitationSearch }) {
  const t = useTranslations("organization.invitations");
  const chip = (state: InvitationSearch["state"], label: string) => (
    <Link
      key={label}
      href={invitationsAddress({ ...search, state, page: 1 })}
      className={styles.chip}
      aria-current={state === search.state ? "true" : undefined}
    >
      {label}
    </Link>
  );
  return (
    <div className={styles.filters}>
      <SearchField
        query={search.query}
        label={t("search")}
        action={t("searchAction")}
        addressOf={(query) => invitationsAddress({ ...search, query, page: 1 })}
      />
      <nav aria-label={t("state")} className={styles.chips}>
        {chip(undefined, t("all"))}
        {invitationStates.map((state) => chip(state, t(`states.${state}`)))}
      </nav>
    </div>
  );
}
