import { listAddress } from "./list-address.ts";

/** A search for users as the address holds it; what is null or undefined narrows nothing. */
type Search = {
  readonly query?: string;
  readonly department?: string | null;
  readonly role?: string | null;
  readonly sort: string;
  readonly page: number;
};

/** The address of the list of users for this search. */
export function membersAddress({ query, department, role, sort, page }: Search): string {
  return listAddress("/organization/users", {
    query,
    department: department ?? undefined,
    role: role ?? undefined,
    sort: sort === "name" ? undefined : sort,
    page,
  });
}
