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
  /** Every occurrence was cancelled, or what was started on the fly is over. */
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

/** How long a conference on the fly waits for its first person, and for somebody to come back when it emptied by itself. */
export const adHocWaits = { firstPersonMinutes: 24 * 60, returnMinutes: 10 } as const;

/**
 * Whether a conference on the fly still admits: until it was ended, or was empty for a while, as after a lost network.
 * Then it is over for good. Glossary, states of a conference
 */
export function adHocOpening(
  state: {
    readonly createdAt: Date;
    /** The last session that somebody took part in, once it ended. */
    readonly last: { readonly endedAt: Date; readonly isByModerator: boolean } | null;
  },
  now: Date,
): Opening {
  const { createdAt, last } = state;
  const until = last
    ? addMinutes(last.endedAt, last.isByModerator ? 0 : adHocWaits.returnMinutes)
    : addMinutes(createdAt, adHocWaits.firstPersonMinutes);
  return now < until ? { kind: "always" } : { kind: "never" };
}
