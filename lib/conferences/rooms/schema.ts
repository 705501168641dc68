import { z } from "zod";
import { ConferenceId, PersonId, StoredFileId } from "#lib/shared/ids";
import { Instant, line } from "#lib/shared/text";
import {
  AttendanceRole,
  ConferenceAccess,
  ConferenceInput,
  ConferenceMode,
  ConferenceNumber,
  ConferenceRole,
  InsideView,
  Invitee,
  maxInvitees,
  Pin,
} from "../schema.ts";

/** How long the texts of a room may be. */
export const roomLimits = { titleLength: 200, locationLength: 200 } as const;

/** How many rooms the main page lists. MTG-02 */
export const recentRooms = 5;

/** A room as its owner wants it; the title is enough. GAP-086 */
export const RoomDraft = z.strictObject({
  title: line(roomLimits.titleLength),
  location: line(roomLimits.locationLength).nullable().default(null),
  access: ConferenceAccess.default("PRIVATE"),
  mode: ConferenceMode.default("EQUAL"),
  pin: Pin.nullable().default(null),
  isRecordingPlanned: z.boolean().default(false),
  /** The owner need not stand among them. */
  participants: z.array(Invitee).max(maxInvitees).default([]),
});
export type RoomDraft = z.infer<typeof RoomDraft>;

/** Names a room by its conference ID. */
export const RoomKey = ConferenceInput;
export type RoomKey = z.infer<typeof RoomKey>;

/** A whole new draft for a room. */
export const RoomChange = RoomDraft.extend(RoomKey.shape);
export type RoomChange = z.infer<typeof RoomChange>;

const common = {
  id: ConferenceId,
  number: ConferenceNumber,
  title: z.string(),
  /** Path of the conference URL, such as `/c/1234567890`. */
  path: z.string(),
  access: ConferenceAccess,
  isLocked: z.boolean(),
  owner: z.object({ personId: PersonId, name: z.string(), avatarId: StoredFileId.nullable() }),
  myRole: AttendanceRole.exclude(["GUEST"]),
  inside: InsideView,
  /** Null for a room that nobody used yet. */
  lastUsedAt: Instant.nullable(),
};

/** A room in a list. VRM-01 */
export const RoomLine = z.object(common);
export type RoomLine = z.infer<typeof RoomLine>;

/** Somebody to whom a room is open. */
export const RoomParticipant = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("person"),
    personId: PersonId,
    name: z.string(),
    avatarId: StoredFileId.nullable(),
    role: ConferenceRole,
  }),
  z.object({
    kind: z.literal("email"),
    email: z.string(),
    name: z.string().nullable(),
    role: ConferenceRole,
  }),
]);
export type RoomParticipant = z.infer<typeof RoomParticipant>;

/** Everything that the card and the form show of a room. CNF-01..12, VRM-05 */
export const RoomView = z.object({
  ...common,
  location: z.string().nullable(),
  mode: ConferenceMode,
  /** For the owner and invited people; null without a PIN. GAP-093, INV-22 */
  pin: z.string().nullable(),
  isRecordingPlanned: z.boolean(),
  participants: z.array(RoomParticipant),
  /** Whether a session is open, with somebody inside or about to be. */
  isRunning: z.boolean(),
  /** What the reader may do with it. GAP-091 */
  permits: z.object({ edit: z.boolean(), delete: z.boolean(), moderate: z.boolean() }),
});
export type RoomView = z.infer<typeof RoomView>;

/** The rooms of the main page, and how many there are in all. GAP-089 */
export const RecentRoomsView = z.object({ rooms: z.array(RoomLine), total: z.int() });
export type RecentRoomsView = z.infer<typeof RecentRoomsView>;
