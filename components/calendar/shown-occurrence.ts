import type { EventView } from "#lib/calendar/schema";
import { namedOccurrence } from "#lib/calendar/series";
import type { LocalDateTime } from "#lib/shared/time";

/** The occurrence that a card speaks of, with what is different for it. */
export type ShownOccurrence = {
  readonly originalLocalStart: LocalDateTime;
  readonly start: string;
  readonly end: string;
  readonly title: string;
  readonly location: string | null;
  readonly description: string | null;
  readonly isException: boolean;
  readonly isCancelled: boolean;
};

/** The one that is asked for, if there is such a one; else the running or next one; else where the series began. */
export function shownOccurrence(event: EventView, at: LocalDateTime | undefined): ShownOccurrence {
  const name = [at, event.nextOccurrence?.originalLocalStart, event.localStart];
  const [found] = name.flatMap((original) => (original && occurrenceNamed(event, original)) || []);
  if (!found) throw new Error(`event ${event.id} does not begin with its own start`);
  return found;
}

function occurrenceNamed(event: EventView, originalLocalStart: LocalDateTime): ShownOccurrence | null {
  const found = namedOccurrence(event, originalLocalStart);
  if (!found) return null;
  const { exception } = found;
  return {
    originalLocalStart,
    start: found.start.toISOString(),
    end: found.end.toISOString(),
    title: exception?.title ?? event.title,
    location: exception?.location ?? event.location,
    description: exception?.description ?? event.description,
    isException: exception !== null && !exception.isCancelled,
    isCancelled: event.isCancelled || exception?.isCancelled === true,
  };
}
