import { z } from "zod";
import {
  AttendanceRole,
  ConferenceAccess,
  ConferenceKind,
  ConferenceMode,
  ConferenceNumber,
} from "#lib/conferences/schema";
import { refusalCodes } from "#lib/shared/errors";
import { Instant, line } from "#lib/shared/text";

/** Why a session ended, as the administrator may read it. */
export type EndReason = "ended by a moderator" | "everybody left" | "nobody came";

/** Asks to be let in. */
export const JoinInput = z.strictObject({
  number: ConferenceNumber,
  /** What was typed as PIN; any short text, so that a wrong one is a wrong PIN and not a malformed request. */
  pin: z.string().trim().max(20).optional(),
  /** How a guest wants to be called; members are called by their profile. GAP-094 */
  name: line(80).optional(),
});
export type JoinInput = z.infer<typeof JoinInput>;

/** What the browser needs to connect to the media server. */
export const Admission = z.object({
  /** Address of the media server; empty when it is behind the page's own origin. */
  serverUrl: z.string(),
  /** Opens one media room once, within two minutes. */
  token: z.string(),
  /** How this person is called in the media room; the same for every connection of one person to one session. */
  identity: z.string(),
  role: AttendanceRole,
  conferenceTitle: z.string(),
});
export type Admission = z.infer<typeof Admission>;

/** Whether the reader would be admitted now, a PIN aside. */
export const EntrancePreview = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("admitted") }),
  z.object({
    kind: z.literal("refused"),
    code: z.enum(refusalCodes),
    /** Key of the texts `refusals.reasons`. */
    reason: z.string(),
    /** Instants as ISO 8601: `startsAt` and `opensAt` of tooEarly. */
    values: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);
export type EntrancePreview = z.infer<typeof EntrancePreview>;

/** A conference as its join page and the running part of its card show it. */
export const JoinView = z.object({
  number: ConferenceNumber,
  title: z.string(),
  kind: ConferenceKind,
  access: ConferenceAccess,
  mode: ConferenceMode,
  ownerName: z.string(),
  /** Null for somebody who is not invited and may join only because it is public. */
  myRole: AttendanceRole.exclude(["GUEST"]).nullable(),
  /** Whether this reader will be asked for the PIN. */
  pinNeeded: z.boolean(),
  isLocked: z.boolean(),
  isRecordingPlanned: z.boolean(),
  /** Occurrence that runs, comes next or was last; null for rooms. */
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  hasSession: z.boolean(),
  insideCount: z.int(),
  /** Names of those inside, by time of joining; empty for somebody who is not invited. */
  inside: z.array(
    z.object({ identity: z.string(), name: z.string(), role: AttendanceRole, joinedAt: Instant.nullable() }),
  ),
  entrance: EntrancePreview,
});
export type JoinView = z.infer<typeof JoinView>;

/** Who is to be taken out of the running session. */
export const RemoveInput = z.strictObject({
  number: ConferenceNumber,
  identity: z.string().regex(/^[\w-]{1,80}$/),
});
export type RemoveInput = z.infer<typeof RemoveInput>;
