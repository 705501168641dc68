/** The three lists. RFC-05 */
export const contactTabs = ["connected", "received", "sent"] as const;
export type ContactTab = (typeof contactTabs)[number];

type Shown = { readonly tab: ContactTab; readonly query?: string; readonly page?: number };

/** The address of a list; what is usual is left out. */
export function contactsAddress({ tab, query, page = 1 }: Shown): string {
  const params = new URLSearchParams({ tab });
  if (query) params.set("query", query);
  if (page > 1) params.set("page", String(page));
  return `/contact-requests?${params}`;
}
