import { z } from "zod";
import { line } from "#lib/shared/text";
import { ConferenceAccess, ConferenceInput, ConferenceNumber, Invitee } from "../schema.ts";

/** How many people are called in at once. */
const mostAtOnce = 50;

/** Starts a conference at once; nothing has to be said about it. MTG-05 */
export const MeetNowInput = z.strictObject({
  /** Named after its owner without one. */
  title: line(200).optional(),
  /** Everybody who is given the address comes in, unless it shall be private. */
  access: ConferenceAccess.default("PUBLIC"),
});
export type MeetNowInput = z.infer<typeof MeetNowInput>;

/** Where to join what was started. */
export const AdHocConferenceView = z.object({
  number: ConferenceNumber,
  title: z.string(),
  /** Path of the conference URL. */
  path: z.string(),
});
export type AdHocConferenceView = z.infer<typeof AdHocConferenceView>;

/** People to be called into a conference on the fly. */
export const CallInInput = ConferenceInput.extend({ participants: z.array(Invitee).min(1).max(mostAtOnce) });
export type CallInInput = z.infer<typeof CallInInput>;

/** How many of them were not on the list before. */
export const CallInView = z.object({ added: z.int() });
export type CallInView = z.infer<typeof CallInView>;
