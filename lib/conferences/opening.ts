import { addMinutes, dayBounds, type TimeZone } from "#lib/shared/time";

/** One occurrence of a scheduled conference, with the zone it was planned in. */
export type Occurrence = { readonly startsAt: Date; readonly endsAt: Date; readonly timeZone: TimeZone };

/** When a conference admits whom. */
export type Opening =
  | { readonly kind: "always" }
  | {
      readonly kind: "occurrence";
      readonly startsAt: Date;
      /** From here on everybody is admitted. */
      readonly opensAt: Date;
      /** From here on owner and moderators are, to prepare. */
      readonly opensForHostsAt: Date;
      /** From here on nobody is, unless a session still runs. */
      readonly closesAt: Date;
    }
  /** Every occurrence was cancelled. */
  | { readonly kind: "never" };

/** Before an occurrence's start and after its end. */
export const opensBeforeMinutes = 15;
export const closesAfterMinutes = 120;

/** The time around an occurrence in which it can be joined. Its day is the day in the zone it was planned in. */
export function openingOf(occurrence: Occurrence | null): Opening {
  if (!occurrence) return { kind: "never" };
  const { startsAt, endsAt, timeZone } = occurrence;
  const opensAt = addMinutes(startsAt, -opensBeforeMinutes);
  const dayStartsAt = dayBounds(startsAt, timeZone).start;
  return {
    kind: "occurrence",
    startsAt,
    opensAt,
    opensForHostsAt: new Date(Math.min(Number(dayStartsAt), Number(opensAt))),
    closesAt: addMinutes(endsAt, closesAfterMinutes),
  };
}
