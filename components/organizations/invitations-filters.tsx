"use client";

import { useTranslations } from "next-intl";
import { type InvitationSearch, invitationStates } from "#lib/organizations/invitations/schema";
import { FilterChips } from "../ui/filter-chips.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { invitationsAddress } from "./invitations-address.ts";
import styles from "./list.module.css";

/** Search and filter of the invitations; they stand in the address. */
export function InvitationsFilters({ search }: { readonly search: InvitationSearch }) {
  const t = useTranslations("organization.invitations");
  const chip = (state: InvitationSearch["state"], text: string) => ({
    href: invitationsAddress({ ...search, state, page: 1 }),
    text,
    isChosen: state === search.state,
  });
  const states = invitationStates.map((state) => chip(state, t(`states.${state}`)));
  return (
    <div className={styles.filters}>
      <SearchField
        query={search.query}
        label={t("search")}
        addressOf={(query) => invitationsAddress({ ...search, query, page: 1 })}
      />
      <FilterChips label={t("state")} chips={[chip(undefined, t("all")), ...states]} />
    </div>
  );
}
