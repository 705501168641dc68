/** What Next hands a page as its search parameters. */
export type PageParameters = Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;

/** The parameters as a browser has them; of those that come twice the first counts. */
export async function pageParameters(given: PageParameters): Promise<URLSearchParams> {
  const pairs = Object.entries(await given).flatMap(([name, value]) => {
    const first = typeof value === "string" ? value : value?.[0];
    return first === undefined ? [] : [[name, first]];
  });
  return new URLSearchParams(pairs);
}
