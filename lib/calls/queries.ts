import "server-only";
import type { Prisma } from "#lib/adapters/database/client";
import type { Context } from "#lib/adapters/database/context";
import { canEditConference, canReadConference } from "#lib/conferences/policy";
import { ConferenceNumber } from "#lib/conferences/schema";
import { DomainError, invalidField } from "#lib/shared/errors";
import { CallRecordId, EventId } from "#lib/shared/ids";
import { displayNameOf } from "#lib/shared/text";
import { canReadCallRecord, readableCallRecords } from "./policy.ts";
import type {
  CallRecordDetailView,
  CallRecordFilter,
  CallRecordInput,
  CallRecordsInput,
  CallRecordsView,
  CallRecordView,
} from "./schema.ts";

/** The actor's own history, newest first. HIS-02..05, HIS-09, GAP-102 */
export async function listCallRecords(context: Context, input: CallRecordsInput): Promise<CallRecordsView> {
  const { filter, before, limit } = input;
  const own = readableCallRecords(context.actor);
  const after = before ? await afterRecord(context, before) : {};
  const rows = await context.db.callRecord.findMany({
    where: { AND: [own, whereOf(filter), after] },
    select: forView,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const records = rows.slice(0, limit).map(viewOf);
  return { records, next: rows.length > limit ? (records.at(-1)?.id ?? null) : null };
}

/** The main information about one line of the actor's own history. HIS-06..09 */
export async function getCallRecord(
  context: Context,
  { callRecordId }: CallRecordInput,
): Promise<CallRecordDetailView> {
  const { actor, db } = context;
  const row = await db.callRecord.findUnique({
    where: { id: callRecordId },
    select: {
      ...forView,
      personId: true,
      conference: {
        select: {
          number: true,
          title: true,
          ownerId: true,
          kind: true,
          cancelledAt: true,
          event: { select: { id: true } },
          owner: { select: { firstName: true, lastName: true, displayName: true } },
          participants: { select: { personId: true, role: true } },
        },
      },
    },
  });
  if (!row || !canReadCallRecord(actor, row)) throw new DomainError("not_found");
  const { conference } = row;
  const isOpen = conference !== null && canReadConference(actor, conference);
  return {
    ...viewOf(row),
    conference: isOpen
      ? {
          number: ConferenceNumber.parse(conference.number),
          title: conference.title,
          ownerName: displayNameOf(conference.owner),
          isCancelled: conference.cancelledAt !== null,
          isOwn: canEditConference(actor, conference),
          isRoom: conference.kind === "ROOM",
          eventId: conference.event && EventId.parse(conference.event.id),
        }
      : null,
  };
}

const forView = {
  id: true,
  kind: true,
  direction: true,
  outcome: true,
  title: true,
  peerName: true,
  at: true,
  durationSeconds: true,
  conference: { select: { number: true } },
} as const;

type Row = Prisma.CallRecordGetPayload<{ select: typeof forView }>;

function viewOf({ id, conference, at, ...row }: Row): CallRecordView {
  const { kind, direction, outcome, title, peerName, durationSeconds } = row;
  return {
    id: CallRecordId.parse(id),
    ...{ kind, direction, outcome, title, peerName, durationSeconds },
    conferenceNumber: conference && ConferenceNumber.parse(conference.number),
    at: at.toISOString(),
  };
}

function whereOf(filter: CallRecordFilter): Prisma.CallRecordWhereInput {
  switch (filter) {
    case "all":
      return {};
    case "incoming":
      return { direction: "IN" };
    case "outgoing":
      return { direction: "OUT" };
    case "missed":
      return { outcome: "MISSED" };
  }
}

async function afterRecord(context: Context, id: CallRecordId): Promise<Prisma.CallRecordWhereInput> {
  const last = await context.db.callRecord.findFirst({
    where: { AND: [readableCallRecords(context.actor), { id }] },
    select: { at: true },
  });
  if (!last) throw invalidField("before", "notAnId");
  return { OR: [{ at: { lt: last.at } }, { at: last.at, id: { lt: id } }] };
}
