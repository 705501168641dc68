import { lastOccurrence, nextOccurrence, occurrences, type Series } from "#lib/calendar/recurrence";
import { closesAfterMinutes, type Occurrence, openingOf, opensBeforeMinutes } from "#lib/conferences/opening";
import { addMinutes } from "#lib/shared/time";

/**
 * The occurrence that whoever joins at this moment means: the one that can be joined, else the next, else the last.
 * Null when none takes place.
 */
export function nearestOccurrence(series: Series, now: Date): Occurrence | null {
  const { timeZone } = series;
  const from = addMinutes(now, -closesAfterMinutes);
  const to = addMinutes(now, opensBeforeMinutes + 1);
  const open = occurrences({ series, from, to })
    .map(({ start, end }) => ({ startsAt: start, endsAt: end, timeZone }))
    .findLast((occurrence) => isOpen(occurrence, now));
  if (open) return open;
  const other = nextOccurrence(series, now) ?? lastOccurrence(series);
  return other && { startsAt: other.start, endsAt: other.end, timeZone };
}

function isOpen(occurrence: Occurrence, now: Date): boolean {
  const opening = openingOf(occurrence);
  return opening.kind === "occurrence" && opening.opensAt <= now && now < opening.closesAt;
}
