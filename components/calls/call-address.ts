/** The address of the call history with a filter, and with a selected entry if there is one. */
export function callsHref({ filter, record }: { readonly filter: string; readonly record?: string }): string {
  const parameters = new URLSearchParams();
  if (filter !== "all") parameters.set("filter", filter);
  if (record) parameters.set("record", record);
  return parameters.size > 0 ? `/calls?${parameters}` : "/calls";
}
