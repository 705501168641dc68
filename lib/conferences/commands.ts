import "server-only";
import { randomInt } from "node:crypto";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import { seal } from "#lib/adapters/database/sealed-text";
import { announce } from "#lib/adapters/jobs/announce";
import { DomainError } from "#lib/shared/errors";
import { ConferenceId } from "#lib/shared/ids";
import { conferenceCancelled, conferenceChanged } from "./facts.ts";
import {
  type HeldConference,
  holdConference,
  holdModeratedConference,
  refuseWhileRunning,
  refuseWhileStill,
} from "./holding/commands.ts";
import { replaceInvited, resolveInvited } from "./invited/commands.ts";
import { hintOf, peopleOf } from "./invitees.ts";
import { canEditConference, canSchedule } from "./policy.ts";
import {
  type ConferenceAccess,
  type ConferenceInput,
  type ConferenceKind,
  type ConferenceMode,
  ConferenceNumber,
  type ConferencePin,
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
  const rows = await resolveInvited(context, {
    ownerId: actor.personId,
    invitees: input.participants,
    before: [],
  });
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
  const conference = await holdConference(context, { id: input.conferenceId });
  if (actor.kind !== "person" || !canEditConference(actor, conference)) throw new DomainError("forbidden");
  if (conference.cancelledAt) throw new DomainError("conflict", { reason: "conferenceCancelled" });
  if (input.mode !== conference.mode) await refuseWhileRunning(context, conference.id);
  const { ownerId, participants: before } = conference;
  const rows = await resolveInvited(context, { ownerId, invitees: input.participants, before });
  await db.conference.update({ where: { id: conference.id }, data: columnsOf(input) });
  await replaceInvited(context, { conferenceId: conference.id, before, after: rows });
  await recordAudit(context, {
    action: "conference.changed",
    targetType: "conference",
    targetId: conference.id,
  });
  const people = [...before, ...rows];
  await announce(context, conferenceChanged, { ...hintOf(conference), people: peopleOf(conference, people) });
}

/** Cancels a conference for good; it disconnects nobody, so a running one has to be ended first. Owner only; twice is harmless. GAP-097 */
export async function cancelConference(
  context: Context,
  input: { readonly conferenceId: ConferenceId },
): Promise<void> {
  const conference = await holdConference(context, { id: input.conferenceId });
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

/**
 * Keeps everybody new out while the session lasts. Owner and moderators, only while one is open. CNF-17, GAP-092, INV-27
 * @open holding it asks
 */
export async function lockConference(context: Context, input: ConferenceInput): Promise<undefined> {
  const conference = await holdModeratedConference(context, input);
  await refuseWhileStill(context, conference.id);
  await setLocked(context, conference, true);
}

/**
 * Lets people in again. Owner and moderators; harmless when it is not locked.
 * @open holding it asks
 */
export async function unlockConference(context: Context, input: ConferenceInput): Promise<undefined> {
  await setLocked(context, await holdModeratedConference(context, input), false);
}

/** Sets, changes or takes away the PIN: the owner at any time, moderators while people are inside. GAP-091, GAP-093 */
export async function changePin(context: Context, { number, pin }: ConferencePin): Promise<undefined> {
  const conference = await holdModeratedConference(context, { number });
  if (conference.cancelledAt) throw new DomainError("conflict", { reason: "conferenceCancelled" });
  if (!canEditConference(context.actor, conference)) await refuseWhileStill(context, conference.id);
  await context.db.conference.update({
    where: { id: conference.id },
    data: { pinSealed: pin === null ? null : seal("conference PIN", pin) },
  });
  await recordAudit(context, {
    action: pin === null ? "conference.pinRemoved" : "conference.pinChanged",
    targetType: "conference",
    targetId: conference.id,
  });
  const people = peopleOf(conference, conference.participants);
  await announce(context, conferenceChanged, { ...hintOf(conference), people });
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

async function setLocked(context: Context, conference: HeldConference, isLocked: boolean): Promise<void> {
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
