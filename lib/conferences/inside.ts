import type { InsideView } from "./schema.ts";

/** How many names are told; the others are counted. */
const namesShown = 5;

/** Everybody once, however many connections they have open; `connections` by time of joining. */
export function insideOf(
  connections: readonly { readonly identity: string; readonly name: string }[],
): InsideView {
  const names = new Map<string, string>();
  for (const { identity, name } of connections) names.set(identity, names.get(identity) ?? name);
  return { count: names.size, names: [...names.values()].slice(0, namesShown) };
}
