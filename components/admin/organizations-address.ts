import type { OrganizationSearch } from "#lib/admin/schema";

/** The address of the list of organizations for this search; what is usual is left out. */
export function organizationsAddress({ query, page }: OrganizationSearch): string {
  const params = new URLSearchParams();
  if (query) params.set("query", query);
  if (page > 1) params.set("page", String(page));
  return params.size > 0 ? `/admin/organizations?${params}` : "/admin/organizations";
}
