import type { RefusalCode } from "#lib/shared/errors";
import type { Opening } from "./opening.ts";
import type { AttendanceRole, ConferenceAccess } from "./schema.ts";

/** How many wrong PINs in a row pause a person, and for how long. GAP-093 */
export const pinLimit = { wrongTries: 5, pauseSeconds: 60 } as const;

/** Everything the join decision rests on. */
export type EntranceFacts = {
  readonly now: Date;
  /** Null when there is none under this number. */
  readonly conference: {
    readonly access: ConferenceAccess;
    readonly isCancelled: boolean;
    readonly isLocked: boolean;
    readonly hasPin: boolean;
    readonly hasSession: boolean;
    readonly opening: Opening;
  } | null;
  /** Null for somebody who is not signed in. */
  readonly person: {
    /** Null when not invited. */
    readonly role: Exclude<AttendanceRole, "GUEST"> | null;
    readonly hasLicence: boolean;
    /** Whether the person was inside the running session already. GAP-092 */
    readonly isReturning: boolean;
  } | null;
  /** `unasked` leaves the check of the PIN out, for the preview before one was typed. */
  readonly pin: "unasked" | "missing" | "wrong" | "right";
  /** Until when this person's tries are paused. */
  readonly pinPausedUntil: Date | null;
};

/** What a token may allow its holder in the media room. */
export type MediaGrants = {
  readonly sources: readonly ("camera" | "microphone" | "screen_share" | "screen_share_audio")[];
};

/** The door is open, in this role. */
export type Admitted = {
  readonly kind: "admitted";
  readonly role: AttendanceRole;
  readonly grants: MediaGrants;
};

/** Why somebody stays outside: key of `refusals.reasons`. */
export type EntranceReason =
  | "conferenceUnknown"
  | "conferenceCancelled"
  | "signInNeeded"
  | "licenceMissing"
  | "conferenceLocked"
  | "pinPaused"
  | "pinNeeded"
  | "pinWrong"
  | "tooEarly"
  | "over";

/** The first check that failed; instants in `values` as ISO 8601. */
export type EntranceRefused = {
  readonly kind: "refused";
  readonly code: RefusalCode;
  readonly reason: EntranceReason;
  readonly values: Readonly<Record<string, string>>;
};

/**
 * The join decision, whole and in the order of the glossary; the first check that fails decides. CNF-14..17, PRO-01..05,
 * GAP-092..094, INV-20. Whoever is not signed in hears "sign in" of everything that is not public, whether it exists or
 * not, so that numbers cannot be guessed. MTG-04
 */
export function entrance(facts: EntranceFacts): Admitted | EntranceRefused {
  const { conference, person } = facts;
  if (!person && conference?.access !== "PUBLIC") return refused("not_signed_in", "signInNeeded");
  if (!conference) return refused("not_found", "conferenceUnknown");
  const mayKnow = conference.access === "PUBLIC" || (person?.role ?? null) !== null;
  if (!mayKnow) return refused("not_found", "conferenceUnknown");
  if (conference.isCancelled) return refused("not_found", "conferenceCancelled");
  return (
    refusedByLicence(facts) ??
    refusedByLock(facts) ??
    refusedByPin(facts) ??
    refusedByTime(facts) ?? { kind: "admitted", role: roleOf(facts), grants: everySource }
  );
}

/** Whether this person is asked for the PIN: everybody but the owner, if one is set. GAP-093 */
export function asksPin(facts: Pick<EntranceFacts, "conference" | "person">): boolean {
  return facts.conference?.hasPin === true && facts.person?.role !== "OWNER";
}

const everySource: MediaGrants = { sources: ["camera", "microphone", "screen_share", "screen_share_audio"] };

function roleOf({ person }: EntranceFacts): AttendanceRole {
  return person ? (person.role ?? "PARTICIPANT") : "GUEST";
}

function refusedByLicence({ person }: EntranceFacts): EntranceRefused | null {
  return person && !person.hasLicence ? refused("forbidden", "licenceMissing") : null;
}

function refusedByLock({ conference, person }: EntranceFacts): EntranceRefused | null {
  const mayPass = person?.role === "OWNER" || person?.isReturning === true;
  return conference?.isLocked && !mayPass ? refused("locked", "conferenceLocked") : null;
}

function refusedByPin(facts: EntranceFacts): EntranceRefused | null {
  const { pin, pinPausedUntil, now } = facts;
  if (pin === "unasked" || !asksPin(facts)) return null;
  if (pinPausedUntil && pinPausedUntil > now) {
    return refused("limit_reached", "pinPaused", { until: pinPausedUntil.toISOString() });
  }
  if (pin === "missing") return refused("forbidden", "pinNeeded");
  return pin === "wrong" ? refused("forbidden", "pinWrong") : null;
}

function refusedByTime({ conference, person, now }: EntranceFacts): EntranceRefused | null {
  if (!conference || conference.hasSession || conference.opening.kind === "always") return null;
  const { opening } = conference;
  if (opening.kind === "never" || now >= opening.closesAt) return refused("forbidden", "over");
  const isHost = person?.role === "OWNER" || person?.role === "MODERATOR";
  const opensAt = isHost ? opening.opensForHostsAt : opening.opensAt;
  if (now >= opensAt) return null;
  const values = { startsAt: opening.startsAt.toISOString(), opensAt: opensAt.toISOString() };
  return refused("forbidden", "tooEarly", values);
}

function refused(
  code: RefusalCode,
  reason: EntranceReason,
  values: Readonly<Record<string, string>> = {},
): EntranceRefused {
  return { kind: "refused", code, reason, values };
}
