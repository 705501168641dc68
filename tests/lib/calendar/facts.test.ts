import { expect, test } from "vitest";
import * as facts from "#lib/calendar/facts";
import { EventId, PersonId } from "#lib/shared/ids";

const people = Array.from({ length: 501 }, () => PersonId.parse(crypto.randomUUID()));
const common = { eventId: EventId.parse(crypto.randomUUID()), sequence: 3, people };
const kinds = [
  [facts.eventScheduled, common],
  [facts.eventChanged, { ...common, added: [], removed: [], isVisible: true, isMoved: false }],
  [facts.eventCancelled, common],
  [facts.occurrenceChanged, { ...common, originalLocalStart: "2026-11-24T10:00", isRestored: false }],
  [facts.occurrenceCancelled, { ...common, originalLocalStart: "2026-11-24T10:00" }],
] as const;

test.each(kinds)(
  "INV-32 MTG-15 %o is hinted to the pages of its people, which hear of no other people",
  (kind, wish) => {
    const parsed = kind.payload.parse(wish);
    // The table mixes kinds, so that the compiler cannot see that each payload is its kind's own.
    const channels = Reflect.apply(kind.channels, undefined, [parsed]);
    const hint = Reflect.apply(kind.hint, undefined, [parsed]);
    expect(channels).toEqual(people.map((id) => `private-person-${id}`));
    expect(hint).toEqual({ eventId: common.eventId, sequence: 3 });
  },
);
