import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { listContactIds } from "#lib/contacts/people/queries";
import type { Actor } from "#lib/shared/context";
import { invalidField } from "#lib/shared/errors";
import { normalized } from "#lib/shared/text";
import type { HeldConference } from "../holding/commands.ts";
import { hintOf, type InvitedRow, invitedRows, peopleOf } from "../invitees.ts";
import { canInvite } from "../policy.ts";
import type { Invitee } from "../schema.ts";
import { peopleInvited } from "./facts.ts";

/** The rows for people to be invited. Refuses accounts that are neither colleagues nor contacts of the actor, unless they are invited already. CNF-21 */
export async function resolveInvited(
  context: Context,
  input: {
    readonly ownerId: string;
    readonly invitees: readonly Invitee[];
    readonly before: readonly { readonly personId: string | null }[];
  },
): Promise<readonly InvitedRow[]> {
  const { actor, db } = context;
  const { ownerId, invitees, before } = input;
  const personIds = invitees.flatMap((invitee) => (invitee.kind === "person" ? [invitee.personId] : []));
  const emails = invitees.flatMap((invitee) => (invitee.kind === "email" ? [normalized(invitee.email)] : []));
  const people = await db.person.findMany({
    where: { OR: [{ id: { in: personIds } }, { emailNorm: { in: emails }, state: "ACTIVE" }] },
    select: {
      id: true,
      emailNorm: true,
      emailVerifiedAt: true,
      membership: { select: { organizationId: true } },
    },
  });
  const contacts = await listContactIds(context, { among: personIds });
  const mayBeInvited = new Set<string | null>([
    ownerId,
    ...contacts,
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
  return invitedRows(invitees, { ownerId, addresses });
}

function isOpenTo(actor: Actor) {
  return (person: { readonly membership: { readonly organizationId: string } | null }) =>
    canInvite(actor, { organizationId: person.membership?.organizationId ?? null });
}

/**
 * Makes the list of the invited another one; those who stay keep their rows.
 * @open only a step of commands that asked already
 */
export async function replaceInvited(
  context: Context,
  lists: {
    readonly conferenceId: string;
    readonly before: HeldConference["participants"];
    readonly after: readonly InvitedRow[];
  },
): Promise<void> {
  const { db, now } = context;
  const { conferenceId } = lists;
  const after = new Map(lists.after.map((row) => [keyOf(row), row]));
  const before = new Map(lists.before.map((row) => [keyOf(row), row]));
  const gone = lists.before.filter((row) => !after.has(keyOf(row))).map(({ id }) => id);
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

/**
 * Puts people on the list who are not on it yet; the others stay as they are. Answers with how many are new.
 * @open only a step of commands that asked already
 */
export async function addInvited(
  context: Context,
  { conference, rows }: { readonly conference: HeldConference; readonly rows: readonly InvitedRow[] },
): Promise<number> {
  const known = new Set(conference.participants.map(keyOf));
  const added = rows.filter((row) => !known.has(keyOf(row)));
  await context.db.conferenceParticipant.createMany({
    data: added.map((row) => ({ ...row, conferenceId: conference.id, invitedAt: context.now })),
  });
  return added.length;
}

/**
 * Tells the pages of everybody on the list, and by mail those who came onto it since `before`.
 * @open only a step of commands that asked already
 */
export async function tellInvited(
  context: Context,
  conference: {
    readonly id: string;
    readonly number: string;
    readonly ownerId: string;
    readonly before: readonly { readonly id: string }[];
  },
): Promise<void> {
  const known = new Set(conference.before.map(({ id }) => id));
  const rows = await context.db.conferenceParticipant.findMany({
    where: { conferenceId: conference.id },
    select: { id: true, personId: true },
  });
  const invited = rows.map(({ id }) => id).filter((id) => !known.has(id));
  await announce(context, peopleInvited, {
    ...hintOf(conference),
    people: peopleOf(conference, rows),
    invited,
  });
}

function keyOf({ personId, emailNorm }: Pick<InvitedRow, "personId" | "emailNorm">): string {
  return personId ?? emailNorm ?? "";
}
