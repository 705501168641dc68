import "server-only";
import { randomInt } from "node:crypto";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import { seal } from "#lib/adapters/database/sealed-text";
import { announce } from "#lib/adapters/jobs/announce";
import type { PersonActor } from "#lib/shared/context";
import { DomainError, invalidField } from "#lib/shared/errors";
import { ConferenceId, PersonId } from "#lib/shared/ids";
import { normalized } from "#lib/shared/text";
import { conferenceCancelled, conferenceChanged } from "./facts.ts";
import { type InvitedRow, invitedRows } from "./invitees.ts";
import { canEditConference, canInvite, canModerate, canReadConference, canSchedule } from "./policy.ts";
import {
  type ConferenceAccess,
  type ConferenceInput,
  type ConferenceKind,
  type ConferenceMode,
  ConferenceNumber,
  type Invitee,
} from "./schema.ts";

/** The settings of a conference that its owner chooses. */
export type ConferenceSettings = {
  readonly title: string;
  readonly access: ConferenceAccess;
  readonly mode: ConferenceMode;
  /** Null for none. */
  readonly pin: string | null;
  readonly location: string | null;
  /** Alone decides whether the card shows the hint. INV-26 */
  readonly isRecordingPlanned: boolean;
  readonly participants: readonly Invitee[];
};

/** Opens a conference owned by the actor, under a number that was never given before. GAP-012, INV-25 */
export async function openConference(
  context: Context,
  input: ConferenceSettings & { readonly kind: ConferenceKind },
): Promise<{ readonly id: ConferenceId; readonly number: ConferenceNumber }> {
  const { actor } = context;
  if (!canSchedule(actor)) throw new DomainError("forbidden", { reason: "schedulingNotAllowed" });
  const rows = await invited(context, actor, input.participants, []);
  const created = await createUnderFreeNumber(context, {
    ...columnsOf(input),
    kind: input.kind,
    ownerId: actor.personId,
    createdAt: context.now,
  });
  await context.db.conferenceParticipant.createMany({
    data: rows.map((row) => ({ ...row, conferenceId: created.id, invitedAt: context.now })),
  });
  await recordAudit(context, { action: "conference.opened", targetType: "conference", targetId: created.id });
  return created;
}

/**
 * Gives a conference new settings and a new list of invited people; those who stay invited keep their rows.
 * Owner only; the mode stays as it is while a session is open. GAP-090, GAP-097
 */
export async function changeConference(
  context: Context,
  input: ConferenceSettings & { readonly conferenceId: ConferenceId },
): Promise<void> {
  const { actor, db } = context;
  const conference = await lockedConference(context, { id: input.conferenceId });
  if (actor.kind !== "person" || !canEditConference(actor, conference)) throw new DomainError("forbidden");
  if (conference.cancelledAt) throw new DomainError("conflict", { reason: "conferenceCancelled" });
  if (input.mode !== conference.mode) await refuseWhileRunning(context, conference.id);
  const rows = await invited(context, actor, input.participants, conference.participants);
  await db.conference.update({ where: { id: conference.id }, data: columnsOf(input) });
  await replaceInvited(context, conference.id, { before: conference.participants, after: rows });
  await recordAudit(context, {
    action: "conference.changed",
    targetType: "conference",
    targetId: conference.id,
  });
  const people = [...conference.participants, ...rows];
  await announce(context, conferenceChanged, { ...hintOf(conference), people: peopleOf(conference, people) });
}

/** Cancels a conference for good; it disconnects nobody, so a running one has to be ended first. Owner only; twice is harmless. GAP-097 */
export async function cancelConference(
  context: Context,
  input: { readonly conferenceId: ConferenceId },
): Promise<void> {
  const conference = await lockedConference(context, { id: input.conferenceId });
  if (!canEditConference(context.actor, conference)) throw new DomainError("forbidden");
  if (conference.cancelledAt) return;
  await refuseWhileRunning(context, conference.id);
  await context.db.conference.update({ where: { id: conference.id }, data: { cancelledAt: context.now } });
  await recordAudit(context, {
    action: "conference.cancelled",
    targetType: "conference",
    targetId: conference.id,
  });
  const people = peopleOf(conference, conference.participants);
  await announce(context, conferenceCancelled, { ...hintOf(conference), people });
}

/** Keeps everybody new out while the session lasts. Owner and moderators, only while one is open. CNF-17, GAP-092, INV-27 */
export async function lockConference(context: Context, input: ConferenceInput): Promise<undefined> {
  const conference = await moderatedConference(context, input);
  if (!(await hasOpenSession(context, conference.id))) {
    throw new DomainError("conflict", { reason: "conferenceNotRunning" });
  }
  await setLocked(context, conference, true);
}

/** Lets people in again. Owner and moderators; harmless when it is not locked. */
export async function unlockConference(context: Context, input: ConferenceInput): Promise<undefined> {
  await setLocked(context, await moderatedConference(context, input), false);
}

/**
 * Notes that a session of the conference began or ended: an ended one takes the lock with it. INV-27, GAP-092
 * @open only a step of the commands of live, which know that it is so
 */
export async function noteUse(
  context: Context,
  input: { readonly conferenceId: string; readonly at: Date; readonly isEnd: boolean },
): Promise<void> {
  await context.db.conference.update({
    where: { id: input.conferenceId },
    data: { lastUsedAt: input.at, ...(input.isEnd && { isLocked: false }) },
    select: { id: true },
  });
}

type LockedConference = Awaited<ReturnType<typeof lockedConference>>;

/** The row, locked until the transaction ends, so that sessions neither open nor lock meanwhile. */
async function lockedConference(context: Context, key: { id: string } | { number: ConferenceNumber }) {
  const { db } = context;
  const [locked] =
    "id" in key
      ? await db.$queryRaw<{ id: string }[]>`
          SELECT "id" FROM "Conference" WHERE "id" = ${key.id}::uuid FOR NO KEY UPDATE`
      : await db.$queryRaw<{ id: string }[]>`
          SELECT "id" FROM "Conference" WHERE "number" = ${key.number} FOR NO KEY UPDATE`;
  const conference =
    locked && (await db.conference.findUnique({ where: { id: locked.id }, select: forDecisions }));
  if (!conference || !canReadConference(context.actor, conference)) throw new DomainError("not_found");
  return conference;
}

const forDecisions = {
  id: true,
  number: true,
  ownerId: true,
  mode: true,
  isLocked: true,
  cancelledAt: true,
  participants: { select: { id: true, personId: true, emailNorm: true, role: true } },
} as const;

async function moderatedConference(context: Context, { number }: ConferenceInput): Promise<LockedConference> {
  const conference = await lockedConference(context, { number });
  if (!canModerate(context.actor, conference))
    throw new DomainError("forbidden", { reason: "moderatorsOnly" });
  return conference;
}

async function setLocked(context: Context, conference: LockedConference, isLocked: boolean): Promise<void> {
  if (conference.isLocked === isLocked) return;
  await context.db.conference.update({ where: { id: conference.id }, data: { isLocked } });
  await recordAudit(context, {
    action: isLocked ? "conference.locked" : "conference.unlocked",
    targetType: "conference",
    targetId: conference.id,
  });
  const people = peopleOf(conference, conference.participants);
  await announce(context, conferenceChanged, { ...hintOf(conference), people });
}

async function hasOpenSession(context: Context, conferenceId: string): Promise<boolean> {
  const open = await context.db.conferenceSession.findFirst({
    where: { conferenceId, endedAt: null },
    select: { id: true },
  });
  return open !== null;
}

async function refuseWhileRunning(context: Context, conferenceId: string): Promise<void> {
  if (await hasOpenSession(context, conferenceId)) {
    throw new DomainError("conflict", { reason: "conferenceRunning" });
  }
}

function columnsOf(settings: ConferenceSettings) {
  const { title, access, mode, pin, location, isRecordingPlanned } = settings;
  const pinSealed = pin === null ? null : seal("conference PIN", pin);
  return { title, access, mode, location, isRecordingPlanned, pinSealed };
}

async function createUnderFreeNumber(
  context: Context,
  columns: ReturnType<typeof columnsOf> & { kind: ConferenceKind; ownerId: string; createdAt: Date },
): Promise<{ readonly id: ConferenceId; readonly number: ConferenceNumber }> {
  const number = String(randomInt(1_000_000_000, 10_000_000_000));
  // A number that is taken adds no row; an error instead would end the whole transaction.
  const [created] = await context.db.conference.createManyAndReturn({
    data: [{ ...columns, number }],
    skipDuplicates: true,
    select: { id: true, number: true },
  });
  if (!created) return createUnderFreeNumber(context, columns);
  return { id: ConferenceId.parse(created.id), number: ConferenceNumber.parse(created.number) };
}

/** Refuses accounts that the actor may not invite, unless they are invited already. */
async function invited(
  context: Context,
  actor: PersonActor,
  invitees: readonly Invitee[],
  before: readonly { readonly personId: string | null }[],
): Promise<readonly InvitedRow[]> {
  const personIds = invitees.flatMap((invitee) => (invitee.kind === "person" ? [invitee.personId] : []));
  const emails = invitees.flatMap((invitee) => (invitee.kind === "email" ? [normalized(invitee.email)] : []));
  const people = await context.db.person.findMany({
    where: { OR: [{ id: { in: personIds } }, { emailNorm: { in: emails }, state: "ACTIVE" }] },
    select: {
      id: true,
      emailNorm: true,
      emailVerifiedAt: true,
      membership: { select: { organizationId: true } },
    },
  });
  const mayBeInvited = new Set<string | null>([
    actor.personId,
    ...before.map(({ personId }) => personId),
    ...people.filter(isOpenTo(actor)).map(({ id }) => id),
  ]);
  const unknown = invitees.findIndex(
    (invitee) => invitee.kind === "person" && !mayBeInvited.has(invitee.personId),
  );
  if (unknown >= 0) throw invalidField(`participants.${unknown}.personId`, "unknownPerson");
  // An address counts as an account's own once it was confirmed, or when the organization vouches for it.
  const addresses = people
    .filter((person) => person.emailVerifiedAt !== null || isOpenTo(actor)(person))
    .map(({ id, emailNorm }) => ({ personId: id, emailNorm }));
  return invitedRows(invitees, { ownerId: actor.personId, addresses });
}

function isOpenTo(actor: PersonActor) {
  return (person: { readonly membership: { readonly organizationId: string } | null }) =>
    canInvite(actor, { organizationId: person.membership?.organizationId ?? null });
}

async function replaceInvited(
  context: Context,
  conferenceId: string,
  lists: { readonly before: LockedConference["participants"]; readonly after: readonly InvitedRow[] },
): Promise<void> {
  const { db, now } = context;
  const after = new Map(lists.after.map((row) => [row.personId ?? row.emailNorm, row]));
  const before = new Map(lists.before.map((row) => [row.personId ?? row.emailNorm, row]));
  const gone = lists.before.filter((row) => !after.has(row.personId ?? row.emailNorm)).map(({ id }) => id);
  await db.conferenceParticipant.deleteMany({ where: { id: { in: gone } } });
  await db.conferenceParticipant.createMany({
    data: [...after]
      .filter(([key]) => !before.has(key))
      .map(([, row]) => ({ ...row, conferenceId, invitedAt: now })),
  });
  for (const role of ["MODERATOR", "PARTICIPANT"] as const) {
    const ids = [...before]
      .filter(([key, row]) => row.role !== role && after.get(key)?.role === role)
      .map(([, { id }]) => id);
    await db.conferenceParticipant.updateMany({ where: { id: { in: ids } }, data: { role } });
  }
}

function hintOf({ id, number }: { readonly id: string; readonly number: string }) {
  return { conferenceId: ConferenceId.parse(id), number: ConferenceNumber.parse(number) };
}

function peopleOf(
  { ownerId }: { readonly ownerId: string },
  participants: readonly { readonly personId: string | null }[],
): PersonId[] {
  const ids = participants.flatMap(({ personId }) => personId ?? []);
  return [...new Set([ownerId, ...ids])].map((id) => PersonId.parse(id));
}
