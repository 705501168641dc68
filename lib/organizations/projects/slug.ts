import { usernameFrom } from "#lib/accounts/username";
import { maxSlugLength } from "./schema.ts";

/** Room for a number behind the name. */
const maxStem = maxSlugLength - 5;

/** A name for addresses made of an organization's name: words of plain letters and digits with hyphens between. GAP-112 */
export function slugFrom(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).map(plainWord);
  const slug = words
    .filter((word) => word !== "")
    .join("-")
    .slice(0, maxStem)
    .replace(/-$/, "");
  return slug.length < 3 ? "team" : slug;
}

/** The name itself if it is free, else with the smallest number from 2 on that makes it so. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`;
  }
}

/** As user names are spelled; alone, a short word would not be one. */
function plainWord(word: string): string {
  return usernameFrom("aa", word).slice("aa.".length);
}
