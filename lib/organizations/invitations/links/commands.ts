import "server-only";
import { createHash } from "node:crypto";
import { confirmAddress } from "#lib/accounts/people/commands";
import { register } from "#lib/accounts/registration/commands";
import type { LinkRegistrationInput } from "#lib/accounts/registration/schema";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context, SteppingContext } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { DomainError } from "#lib/shared/errors";
import { InvitationId, OrganizationId, PersonId } from "#lib/shared/ids";
import { memberJoined } from "../../facts.ts";
import { listAdminIds } from "../../members/queries.ts";
import { noteSettled } from "../commands.ts";
import { invitationStateAt } from "../state.ts";

/**
 * Declines an invitation; declining again changes nothing. Refuses with `conflict` what is not open any more, and with
 * `not_found` an unknown secret. GAP-057, INV-40
 * @open the secret is the proof, not the session
 */
export async function declineInvitation(
  context: Context,
  { secret }: { readonly secret: string },
): Promise<undefined> {
  const found = await linked(context, { secret });
  const { count } = await context.db.invitation.updateMany({
    where: { id: found.id, state: "PENDING", expiresAt: { gt: context.now } },
    data: { state: "DECLINED" },
  });
  if (count > 0) await noteSettled(context, { ...idsOf(found), action: "invitation.declined" });
  else if (found.state !== "DECLINED") throw notOpen();
}

/**
 * Registers the invited address by the link of its mail; the account joins as soon as it is active. What refuses a
 * registration refuses this one too. ORG-36, GAP-030, GAP-056
 * @open the secret is the proof
 */
export async function registerByInvitation(
  context: SteppingContext,
  { secret, ...fields }: LinkRegistrationInput,
): Promise<undefined> {
  const { id, email, ...invitation } = await linked(context, { secret });
  if (invitationStateAt(invitation, context.now) !== "PENDING") throw notOpen();
  await register(
    context,
    { ...fields, email },
    { isInvited: true, alongside: (open) => markArrival(open, id) },
  );
}

/** What came of taking an invitation. */
export type TakenInvitation = { readonly invitedById: PersonId; readonly organization: string };

/**
 * Makes a person a member by an open invitation to the person's confirmed address, once. Refuses with `conflict` what is
 * not open and who has an organization (of two at once the database lets one in), with `forbidden` everybody else. The
 * caller connects the two in the same transaction. ORG-26, ORG-39, ORG-40, ORG-48, INV-01, INV-04, INV-05, INV-07
 * @open the command of contacts that calls it decided who asks
 */
export async function takeInvitation(
  context: Context,
  input: { readonly personId: PersonId; readonly by: Link },
): Promise<TakenInvitation> {
  const { personId, by } = input;
  const invitation = await linked(context, by);
  const { emailNorm } = invitation;
  // The secret was mailed to this address and nowhere else, so it confirms the address as an activation link does.
  if ("secret" in by) await confirmAddress(context, { personId, emailNorm });
  await requireAddressee(context, { personId, emailNorm });
  const { count } = await context.db.invitation.updateMany({
    where: { id: invitation.id, state: "PENDING", expiresAt: { gt: context.now } },
    data: { state: "ACCEPTED", acceptedById: personId, acceptedAt: context.now },
  });
  if (count === 0) throw notOpen();
  const { organizationId } = idsOf(invitation);
  await join(context, {
    personId,
    organizationId,
    role: invitation.role,
    departmentId: invitation.departmentId,
  });
  await noteSettled(context, { ...idsOf(invitation), action: "invitation.accepted" });
  const invitedById = PersonId.parse(invitation.invitedById);
  const admins = await listAdminIds(context, { organizationId });
  await announce(context, memberJoined, {
    personId,
    organizationId,
    people: [...admins, invitedById, personId],
  });
  return { invitedById, organization: invitation.organization.name };
}

const linkedColumns = {
  id: true,
  organizationId: true,
  email: true,
  emailNorm: true,
  role: true,
  departmentId: true,
  state: true,
  expiresAt: true,
  invitedById: true,
  organization: { select: { name: true } },
} as const;

type Link = { readonly secret: string } | { readonly id: InvitationId };

async function linked(context: Pick<Context, "db">, by: Link) {
  const row = await context.db.invitation.findUnique({
    where: "secret" in by ? { tokenHash: createHash("sha256").update(by.secret).digest("hex") } : by,
    select: linkedColumns,
  });
  if (!row) throw new DomainError("not_found", { reason: "invitationGone" });
  return row;
}

async function requireAddressee(
  context: Context,
  { personId, emailNorm }: { readonly personId: PersonId; readonly emailNorm: string },
): Promise<void> {
  const person = await context.db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { emailNorm: true, emailVerifiedAt: true },
  });
  if (person.emailNorm !== emailNorm) throw new DomainError("forbidden", { reason: "invitationForAnother" });
  if (!person.emailVerifiedAt) throw new DomainError("forbidden", { reason: "addressNotConfirmed" });
}

async function join(
  context: Context,
  member: {
    readonly personId: PersonId;
    readonly organizationId: OrganizationId;
    readonly role: "ADMIN" | "USER";
    readonly departmentId: string | null;
  },
): Promise<void> {
  const { personId, organizationId } = member;
  const { count } = await context.db.membership.createMany({
    data: { ...member, joinedAt: context.now },
    skipDuplicates: true,
  });
  if (count === 0) {
    const own = await context.db.membership.count({ where: { personId, organizationId } });
    throw new DomainError("conflict", { reason: own > 0 ? "youAreMember" : "youAreMemberElsewhere" });
  }
  await recordAudit(context, {
    action: "member.joined",
    targetType: "person",
    targetId: personId,
    details: { organizationId, role: member.role },
  });
}

async function markArrival(context: Context, id: string): Promise<void> {
  await context.db.invitation.updateMany({ where: { id }, data: { acceptsOnArrival: true } });
}

function notOpen(): DomainError {
  return new DomainError("conflict", { reason: "invitationNotOpen" });
}

function idsOf(row: { readonly id: string; readonly organizationId: string }) {
  return {
    invitationId: InvitationId.parse(row.id),
    organizationId: OrganizationId.parse(row.organizationId),
  };
}
