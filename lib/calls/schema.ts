import { z } from "zod";
import { ConferenceNumber } from "#lib/conferences/schema";
import { CallRecordId, EventId } from "#lib/shared/ids";
import { Instant } from "#lib/shared/text";

/** A direct call, a conference somebody took part in or missed, or the invitation to one. HIS-02..04 */
export const CallRecordKind = z.enum(["CALL", "CONFERENCE", "CONFERENCE_INVITATION"]);
export const CallDirection = z.enum(["IN", "OUT"]);
export const CallOutcome = z.enum(["ANSWERED", "MISSED", "DECLINED", "RUNNING", "INVITED"]);

/** Which lines of the history are shown; an invitation counts as incoming. GAP-102 */
export const CallRecordFilter = z.enum(["all", "incoming", "outgoing", "missed"]);
export type CallRecordFilter = z.infer<typeof CallRecordFilter>;

/** One line of the history. HIS-05 */
export const CallRecordView = z.object({
  id: CallRecordId,
  kind: CallRecordKind,
  direction: CallDirection,
  outcome: CallOutcome,
  title: z.string(),
  /** The other party: the caller, or the conference's owner. */
  peerName: z.string(),
  /** Of the conference, while it exists. */
  conferenceNumber: ConferenceNumber.nullable(),
  at: Instant,
  /** Time spent connected; null where nobody was. */
  durationSeconds: z.int().nullable(),
});
export type CallRecordView = z.infer<typeof CallRecordView>;

/** A page of the reader's history, newest first. */
export const CallRecordsInput = z.strictObject({
  filter: CallRecordFilter.default("all"),
  /** `next` of the page before. */
  before: CallRecordId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CallRecordsInput = z.infer<typeof CallRecordsInput>;

/** `next` is null on the last page. */
export const CallRecordsView = z.object({
  records: z.array(CallRecordView),
  next: CallRecordId.nullable(),
});
export type CallRecordsView = z.infer<typeof CallRecordsView>;

/** Names one line of the history. */
export const CallRecordInput = z.strictObject({ callRecordId: CallRecordId });
export type CallRecordInput = z.infer<typeof CallRecordInput>;

/** The main information about what a line stands for. HIS-06 */
export const CallRecordDetailView = CallRecordView.extend({
  /** Null when the conference is gone or not open to the reader any more. */
  conference: z
    .object({
      number: ConferenceNumber,
      title: z.string(),
      ownerName: z.string(),
      isCancelled: z.boolean(),
      /** Whether the reader may open the owner's card. HIS-07, HIS-08 */
      isOwn: z.boolean(),
      /** The event whose card it is; null for a room and for Meet now. */
      eventId: EventId.nullable(),
      /** Whether it is a room, whose card is in its section. */
      isRoom: z.boolean(),
    })
    .nullable(),
});
export type CallRecordDetailView = z.infer<typeof CallRecordDetailView>;
