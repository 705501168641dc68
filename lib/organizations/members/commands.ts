import "server-only";
import { randomUUID } from "node:crypto";
import { giveTemporaryPassword } from "#lib/accounts/passwords/commands";
import { openAccount } from "#lib/accounts/people/commands";
import { getFreeUsername } from "#lib/accounts/people/queries";
import { configuration } from "#lib/adapters/configuration";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { DomainError } from "#lib/shared/errors";
import type { DepartmentId, OrganizationId, PersonId } from "#lib/shared/ids";
import { addMember, holdOrganization, requireDepartment } from "../commands.ts";
import { credentialsWanted, memberChanged } from "../facts.ts";
import { type MemberActor, requireOwnManager } from "../policy.ts";
import { getMember, listAdminIds } from "./queries.ts";
import { requireOtherAdmin } from "./removal/commands.ts";
import type { ChosenMembers, MemberChange, MemberView, NewMember, NewMemberView } from "./schema.ts";

/**
 * Opens an account as `openMember` does. Where no mail leaves the house the answer holds a temporary password, and nothing
 * else does. ORG-41..44, GAP-061
 */
export async function createMember(context: Context, input: NewMember): Promise<NewMemberView> {
  const { organization } = requireOwnManager(context.actor);
  const { personId, username } = await openMember(context, input);
  const staysHere = configuration().mail.smtpUrl === undefined;
  const portal = portalFor(context, organization.id);
  const temporaryPassword = staysHere ? await giveTemporaryPassword(portal, { personId }) : null;
  return { personId, username, email: input.email, temporaryPassword };
}

/**
 * Opens an account that waits for the terms and is a member at once; a mail says how to get in. Refuses at the fields that
 * are in use. ORG-41, ORG-42, GAP-062, INV-43
 */
export async function openMember(
  context: Context,
  input: NewMember,
): Promise<{ readonly personId: PersonId; readonly username: string }> {
  const actor = requireOwnManager(context.actor);
  const { role, departmentId, ...names } = input;
  const organizationId = actor.organization.id;
  const portal = portalFor(context, organizationId);
  await holdManaged(context, actor);
  await requireDepartment(context, { organizationId, departmentId });
  const username = names.username ?? (await getFreeUsername(portal, names));
  const personId = await openAccount(portal, {
    ...names,
    username,
    passwordHash: null,
    mustChangePassword: true,
    timeZone: actor.timeZone,
    state: "WAITING_TERMS",
  });
  await addMember(portal, { personId, organizationId, departmentId, role });
  await recordAudit(context, {
    action: "member.created",
    targetType: "person",
    targetId: personId,
    details: { organizationId, username, role },
  });
  await wantCredentials(context, actor, personId);
  return { personId, username };
}

/** Mails a new user again how to get in. Refuses with `conflict` when the account was opened already. GAP-061 */
export async function sendCredentials(
  context: Context,
  { personId }: { readonly personId: PersonId },
): Promise<undefined> {
  const actor = requireOwnManager(context.actor);
  const { isWaiting } = await getMember(context, { personId });
  if (!isWaiting) throw new DomainError("conflict", { reason: "accountOpenAlready" });
  await recordAudit(context, { action: "credentials.sent", targetType: "person", targetId: personId });
  await wantCredentials(context, actor, personId);
}

/**
 * Changes role or department of a member. Refuses with `conflict` when no active admin would be left, also when two
 * demote each other at once. GAP-063, GAP-066, INV-02, INV-03
 */
export async function changeMember(context: Context, input: MemberChange): Promise<MemberView> {
  const actor = requireOwnManager(context.actor);
  const { personId, role, departmentId } = input;
  const organizationId = actor.organization.id;
  await holdManaged(context, actor);
  const before = await getMember(context, { personId });
  if (departmentId !== undefined) await requireDepartment(context, { organizationId, departmentId });
  if (role === "USER" && before.role === "ADMIN")
    await requireOtherAdmin(context, { organizationId, leaving: [personId] });
  await context.db.membership.update({
    where: { personId, organizationId },
    data: { ...(role && { role }), ...(departmentId !== undefined && { departmentId }) },
    select: { personId: true },
  });
  await recordAudit(context, {
    action: "member.changed",
    targetType: "person",
    targetId: personId,
    details: { organizationId, ...(role && { role }), ...(departmentId !== undefined && { departmentId }) },
  });
  await tellOfChange(context, { organizationId, personId });
  return getMember(context, { personId });
}

/** Puts chosen members into a department, or into none; who is no member is left out. GAP-065 */
export async function moveMembers(
  context: Context,
  input: ChosenMembers & { readonly departmentId: DepartmentId | null },
): Promise<{ movedCount: number }> {
  const actor = requireOwnManager(context.actor);
  const { personIds, departmentId } = input;
  const organizationId = actor.organization.id;
  await holdManaged(context, actor);
  await requireDepartment(context, { organizationId, departmentId });
  const moved = await context.db.membership.updateManyAndReturn({
    where: { organizationId, personId: { in: personIds } },
    data: { departmentId },
    select: { personId: true },
  });
  for (const { personId } of moved) {
    await recordAudit(context, {
      action: "member.changed",
      targetType: "person",
      targetId: personId,
      details: { organizationId, departmentId },
    });
  }
  await tellOfChange(context, { organizationId, personId: actor.personId });
  return { movedCount: moved.length };
}

/** Holds the organization, and makes sure that the actor still manages it: another admin may have been quicker. INV-02 */
async function holdManaged(context: Context, actor: MemberActor): Promise<void> {
  await holdOrganization(context, actor.organization.id);
  const stillManages = await context.db.membership.count({
    where: { personId: actor.personId, organizationId: actor.organization.id, role: "ADMIN" },
  });
  if (stillManages === 0) throw new DomainError("forbidden", { reason: "managersOnly" });
}

async function tellOfChange(
  context: Context,
  { organizationId, personId }: { readonly organizationId: OrganizationId; readonly personId: PersonId },
): Promise<void> {
  const admins = await listAdminIds(context, { organizationId });
  await announce(context, memberChanged, { organizationId, personId, people: [...admins, personId] });
}

async function wantCredentials(context: Context, actor: MemberActor, personId: PersonId): Promise<void> {
  await announce(context, credentialsWanted, {
    personId,
    organizationId: actor.organization.id,
    byId: actor.personId,
    sendingId: randomUUID(),
  });
}

/** Accounts are opened by the portal; that the actor may ask for it was decided before. */
function portalFor(context: Context, organizationId: OrganizationId): Context {
  return { ...context, actor: { kind: "system", reason: `organization ${organizationId}` } };
}
