import type { RoomLine } from "./schema.ts";

/** The ways to order rooms. */
export const roomOrders = ["recent", "name"] as const;
/** One of them. */
export type RoomOrder = (typeof roomOrders)[number];

type Ordered = Pick<RoomLine, "title" | "lastUsedAt" | "number">;

/** The rooms by last use, the latest first, those never used at the end; then by name. Or by name alone. GAP-089 */
export function inOrder<Room extends Ordered>(
  rooms: readonly Room[],
  { order, locale }: { readonly order: RoomOrder; readonly locale: string },
): readonly Room[] {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  const byName = (one: Room, other: Room) =>
    collator.compare(one.title, other.title) || one.number.localeCompare(other.number);
  const usedMs = ({ lastUsedAt }: Room) => (lastUsedAt === null ? 0 : Date.parse(lastUsedAt));
  return rooms.toSorted((one, other) =>
    order === "name" ? byName(one, other) : usedMs(other) - usedMs(one) || byName(one, other),
  );
}

/** The rooms whose title or owner contains each word that was typed, or a part of their number. */
export function withWords<Room extends Pick<RoomLine, "title" | "owner" | "number">>(
  rooms: readonly Room[],
  { text, locale }: { readonly text: string; readonly locale: string },
): readonly Room[] {
  const fold = (value: string) => value.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase(locale);
  const words = fold(text).split(/\s+/u).filter(Boolean);
  return rooms.filter(({ title, owner, number }) => {
    const said = fold(`${title} ${owner.name}`);
    return words.every((word) => said.includes(word) || (word.length > 2 && number.includes(word)));
  });
}
