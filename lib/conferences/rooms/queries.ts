import "server-only";
import type { Prisma } from "#lib/adapters/database/client";
import type { Context } from "#lib/adapters/database/context";
import { unseal } from "#lib/adapters/database/sealed-text";
import { DomainError } from "#lib/shared/errors";
import { ConferenceId, PersonId, StoredFileId } from "#lib/shared/ids";
import { displayNameOf } from "#lib/shared/text";
import { insideOf } from "../inside.ts";
import {
  canChangeRoom,
  canEditConference,
  canModerate,
  canReadConferenceAs,
  readableRooms,
} from "../policy.ts";
import { ConferenceNumber } from "../schema.ts";
import { inOrder } from "./room-order.ts";
import {
  type RecentRoomsView,
  type RoomKey,
  type RoomLine,
  type RoomParticipant,
  type RoomView,
  recentRooms,
} from "./schema.ts";

/**
 * The rooms that the actor owns or takes part in, the latest used first, with who is inside: a fixed number of statements
 * however many rooms there are. VRM-01, VRM-06, INV-23
 */
export async function listRooms(context: Context): Promise<RoomLine[]> {
  const { actor, db, locale } = context;
  if (actor.kind !== "person") return [];
  const rows = await db.conference.findMany({
    where: readableRooms(actor),
    select: {
      ...forLine,
      participants: { where: { personId: actor.personId }, select: { personId: true, role: true } },
    },
  });
  return [
    ...inOrder(
      rows.flatMap((row) => lineOf(row, context) ?? []),
      { order: "recent", locale },
    ),
  ];
}

/** The five rooms that were used last, then by name, and how many there are. MTG-02, GAP-089, VRM-04 */
export async function listRecentRooms(context: Context): Promise<RecentRoomsView> {
  const rooms = await listRooms(context);
  return { rooms: rooms.slice(0, recentRooms), total: rooms.length };
}

/** One room for its card and its form. `not_found` for everybody else, and for what is no room. VRM-05, MTG-04, INV-22 */
export async function getRoom(context: Context, { number }: RoomKey): Promise<RoomView> {
  const { actor } = context;
  const row = await context.db.conference.findFirst({
    where: { AND: [readableRooms(actor), { number }] },
    select: forCard,
  });
  const line = row && lineOf(row, context);
  if (!row || !line) throw new DomainError("not_found");
  return {
    ...line,
    location: row.location,
    mode: row.mode,
    pin: row.pinSealed && unseal("conference PIN", row.pinSealed),
    isRecordingPlanned: row.isRecordingPlanned,
    participants: row.participants.map(participantOf),
    isRunning: row.sessions.length > 0,
    permits: {
      edit: canChangeRoom(actor, row),
      delete: canEditConference(actor, row),
      moderate: canModerate(actor, row),
    },
  };
}

const named = { firstName: true, lastName: true, displayName: true, avatarId: true } as const;

const forLine = {
  id: true,
  number: true,
  title: true,
  ownerId: true,
  access: true,
  isLocked: true,
  lastUsedAt: true,
  owner: { select: named },
  sessions: {
    where: { endedAt: null },
    select: {
      attendance: {
        where: { leftAt: null },
        select: { identity: true, name: true },
        orderBy: { joinedAt: "asc" },
      },
    },
  },
} as const satisfies Prisma.ConferenceSelect;

const forCard = {
  ...forLine,
  location: true,
  mode: true,
  pinSealed: true,
  isRecordingPlanned: true,
  participants: {
    select: { personId: true, name: true, email: true, role: true, person: { select: named } },
    orderBy: [{ invitedAt: "asc" }, { id: "asc" }],
  },
} as const satisfies Prisma.ConferenceSelect;

type LineRow = Prisma.ConferenceGetPayload<{ select: typeof forLine }> & {
  readonly participants: readonly {
    readonly personId: string | null;
    readonly role: "MODERATOR" | "PARTICIPANT";
  }[];
};

/** Null for somebody who has nothing to do with the room. */
function lineOf(row: LineRow, { actor }: Context): RoomLine | null {
  const myRole = canReadConferenceAs(actor, row);
  if (!myRole) return null;
  const { title, access, isLocked, lastUsedAt } = row;
  return {
    ...{ title, access, isLocked, myRole },
    id: ConferenceId.parse(row.id),
    number: ConferenceNumber.parse(row.number),
    path: pathOf(row.number),
    owner: {
      personId: PersonId.parse(row.ownerId),
      name: displayNameOf(row.owner),
      avatarId: avatarOf(row.owner),
    },
    inside: insideOf(row.sessions.flatMap(({ attendance }) => attendance)),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

function pathOf(number: string): string {
  return `/c/${number}`;
}

type CardRow = Prisma.ConferenceGetPayload<{ select: typeof forCard }>;

function participantOf({
  personId,
  person,
  name,
  email,
  role,
}: CardRow["participants"][number]): RoomParticipant {
  return personId && person
    ? {
        kind: "person",
        personId: PersonId.parse(personId),
        name: displayNameOf(person),
        avatarId: avatarOf(person),
        role,
      }
    : { kind: "email", email: email ?? "", name, role };
}

function avatarOf({ avatarId }: { readonly avatarId: string | null }): StoredFileId | null {
  return StoredFileId.nullable().parse(avatarId);
}
