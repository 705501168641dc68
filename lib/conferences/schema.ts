import { z } from "zod";
import { ConferenceId, PersonId } from "#lib/shared/ids";
import { EmailAddress, line } from "#lib/shared/text";

/** With a start time, without one (virtual room), or started on the fly and in no list. MTG-01, VRM-02, MTG-05 */
export const ConferenceKind = z.enum(["SCHEDULED", "ROOM", "AD_HOC"]);
export type ConferenceKind = z.infer<typeof ConferenceKind>;

/** Whom it admits: invited people only, or everybody who knows the address. CNF-06, CNF-16 */
export const ConferenceAccess = z.enum(["PRIVATE", "PUBLIC"]);
export type ConferenceAccess = z.infer<typeof ConferenceAccess>;

/** How it is held. CNF-07, GAP-090 */
export const ConferenceMode = z.enum(["EQUAL", "MODERATED", "SMART", "LECTURE"]);
export type ConferenceMode = z.infer<typeof ConferenceMode>;

/** What an invited person is; the owner is named by the conference itself. CNF-18 */
export const ConferenceRole = z.enum(["MODERATOR", "PARTICIPANT"]);
export type ConferenceRole = z.infer<typeof ConferenceRole>;

/** What somebody is in a conference, the owner and guests included. CNF-18, GAP-014 */
export const AttendanceRole = z.enum(["OWNER", "MODERATOR", "PARTICIPANT", "GUEST"]);
export type AttendanceRole = z.infer<typeof AttendanceRole>;

/** Number asked for when joining: 4 to 10 digits. GAP-093 */
export const Pin = z
  .string()
  .regex(/^\d{4,10}$/)
  .meta({ description: "4 to 10 digits", examples: ["482913"] });

/** The conference ID that people see and type. Given once, never used again. CNF-03, INV-25 */
export const ConferenceNumber = z
  .string()
  .regex(/^[1-9]\d{9}$/)
  .brand<"conference number">()
  .meta({ description: "Conference ID: ten digits", examples: ["4821930575"] });
export type ConferenceNumber = z.infer<typeof ConferenceNumber>;

/** How many people one conference may invite. */
export const maxInvitees = 500;

/** Somebody to be invited: an account, or an address. */
export const Invitee = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("person"),
    personId: PersonId,
    role: ConferenceRole.default("PARTICIPANT"),
  }),
  z.strictObject({
    kind: z.literal("email"),
    email: EmailAddress,
    name: line(120).optional(),
    role: ConferenceRole.default("PARTICIPANT"),
  }),
]);
export type Invitee = z.infer<typeof Invitee>;

/** Names a conference in an endpoint's path. */
export const ConferenceInput = z.strictObject({ number: ConferenceNumber });
export type ConferenceInput = z.infer<typeof ConferenceInput>;

/** A new PIN for a conference; null takes it away. GAP-091 */
export const ConferencePin = ConferenceInput.extend({ pin: Pin.nullable() });
export type ConferencePin = z.infer<typeof ConferencePin>;

/** Who is inside at this moment: how many, and the names of the first few by time of joining. */
export const InsideView = z.object({ count: z.int(), names: z.array(z.string()) });
export type InsideView = z.infer<typeof InsideView>;

/** What an open page hears about a conference: that it should ask again. */
export const ConferenceHint = z.object({ conferenceId: ConferenceId, number: ConferenceNumber });
export type ConferenceHint = z.infer<typeof ConferenceHint>;
