/** The address of a list for this search; what is usual is left out. */
export function listAddress(
  path: string,
  search: Readonly<Record<string, string | number | undefined>>,
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    const isUsual = value === undefined || value === "" || (name === "page" && value === 1);
    if (!isUsual) params.set(name, String(value));
  }
  return params.size > 0 ? `${path}?${params}` : path;
}
