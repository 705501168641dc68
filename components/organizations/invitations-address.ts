import type { InvitationSearch } from "#lib/organizations/invitations/schema";
import { listAddress } from "./list-address.ts";

type Search = Omit<InvitationSearch, "sort"> & { readonly sort: string };

/** The address of the list of invitations for this search. */
export function invitationsAddress({ query, state, sort, page }: Search): string {
  const usual = sort === "-sent" ? undefined : sort;
  return listAddress("/organization/invitations", { query, state, sort: usual, page });
}
