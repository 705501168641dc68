import type { PeopleSearch } from "#lib/admin/schema";

/** The address of the list of people for this search; what is usual is left out. */
export function peopleAddress({ query, page, show }: PeopleSearch): string {
  const params = new URLSearchParams();
  if (query) params.set("query", query);
  if (show !== "all") params.set("show", show);
  if (page > 1) params.set("page", String(page));
  return params.size > 0 ? `/admin/people?${params}` : "/admin/people";
}
