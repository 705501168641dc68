import "server-only";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { DomainError, invalidField } from "#lib/shared/errors";
import { DepartmentId, OrganizationId, type PersonId } from "#lib/shared/ids";
import { normalized } from "#lib/shared/text";
import { memberJoined, organizationChanged } from "./facts.ts";
import { listAdminIds } from "./members/queries.ts";
import { requireOrganizationManager, requireOwnManager, requireUpgradable } from "./policy.ts";
import { getOrganization } from "./queries.ts";
import type { OrganizationFields, OrganizationView } from "./schema.ts";

/**
 * Makes an individual account an organization account: the person becomes the admin of a new organization and keeps all
 * else. Refuses with `conflict` who has an organization, also of two requests at once the second. ACC-41..52, INV-01
 */
export async function upgradeAccount(context: Context, input: OrganizationFields): Promise<OrganizationView> {
  const actor = requireUpgradable(context.actor);
  const { personId } = actor;
  const { id } = await context.db.organization.create({
    data: { ...input, createdAt: context.now },
    select: { id: true },
  });
  const organizationId = OrganizationId.parse(id);
  const { count } = await context.db.membership.createMany({
    data: { personId, organizationId, role: "ADMIN", joinedAt: context.now },
    skipDuplicates: true,
  });
  if (count === 0) throw new DomainError("conflict", { reason: "upgradedAlready" });
  await recordAudit(context, { action: "organization.created", targetType: "organization", targetId: id });
  await announce(context, memberJoined, { personId, organizationId, people: [personId] });
  return getOrganization({
    ...context,
    actor: { ...actor, organization: { id: organizationId, role: "ADMIN" } },
  });
}

/** Changes the main information of the actor's organization. Admins only. ORG-07, ORG-08 */
export async function changeOrganization(
  context: Context,
  input: OrganizationFields,
): Promise<OrganizationView> {
  const { organization } = requireOwnManager(context.actor);
  await context.db.organization.update({ where: { id: organization.id }, data: input, select: { id: true } });
  await recordAudit(context, {
    action: "organization.changed",
    targetType: "organization",
    targetId: organization.id,
  });
  const people = await listAdminIds(context, { organizationId: organization.id });
  await announce(context, organizationChanged, { organizationId: organization.id, people });
  return getOrganization(context);
}

/**
 * Dissolves an organization: its members become individuals and keep their accounts, meetings, contacts and chats; its
 * departments, invitations and subscriptions are gone. Server administrator only; `not_found` when there is none. GAP-031
 */
export async function dissolveOrganization(
  context: Context,
  { organizationId }: { readonly organizationId: OrganizationId },
): Promise<undefined> {
  requireOrganizationManager(context.actor);
  await holdOrganization(context, organizationId);
  const people = await listAdminIds(context, { organizationId });
  const [gone] = await context.db.$queryRaw<{ name: string; members: number }[]>`
    SELECT "name", (SELECT count(*)::int FROM "Membership" WHERE "organizationId" = "Organization"."id") AS "members"
      FROM "Organization" WHERE "id" = ${organizationId}::uuid`;
  if (!gone) throw new DomainError("not_found");
  // Both point at departments with a restriction, which the cascade of the organization would run into.
  await context.db.invitation.deleteMany({ where: { organizationId } });
  await context.db.membership.deleteMany({ where: { organizationId } });
  await context.db.organization.delete({ where: { id: organizationId }, select: { id: true } });
  await recordAudit(context, {
    action: "organization.dissolved",
    targetType: "organization",
    targetId: organizationId,
    details: gone,
  });
  await announce(context, organizationChanged, { organizationId, people });
}

/**
 * Holds an organization until the transaction ends: whoever else changes its members, departments or invitations waits.
 * INV-02, INV-03
 * @open only a step of commands that asked already
 */
export async function holdOrganization(context: Context, organizationId: OrganizationId): Promise<void> {
  await context.db.$queryRaw`SELECT 1 FROM "Organization" WHERE "id" = ${organizationId}::uuid FOR UPDATE`;
}

/**
 * Refuses at `departmentId` what is no department of the organization; null is none and good. INV-03
 * @open only a step of commands that asked already
 */
export async function requireDepartment(
  context: Context,
  input: { readonly organizationId: OrganizationId; readonly departmentId: DepartmentId | null },
): Promise<void> {
  const { organizationId, departmentId } = input;
  if (departmentId === null) return;
  const count = await context.db.department.count({ where: { id: departmentId, organizationId } });
  if (count === 0) throw invalidField("departmentId", "notAllowedValue");
}

/** Makes an organization without people. */
export async function createOrganization(
  context: Context,
  input: { readonly name: string },
): Promise<OrganizationId> {
  requireOrganizationManager(context.actor);
  const { id } = await context.db.organization.create({ data: { name: input.name }, select: { id: true } });
  await recordAudit(context, { action: "organization.created", targetType: "organization", targetId: id });
  return OrganizationId.parse(id);
}

/** Makes a department. Refuses with `invalid_input` at `name` when the organization has one of that name, in any case. */
export async function createDepartment(
  context: Context,
  input: { readonly organizationId: OrganizationId; readonly name: string },
): Promise<DepartmentId> {
  requireOrganizationManager(context.actor);
  const nameNorm = normalized(input.name);
  const { organizationId } = input;
  const existing = await context.db.department.count({ where: { organizationId, nameNorm } });
  if (existing > 0) throw invalidField("name", "nameTaken");
  const { id } = await context.db.department.create({
    data: { organizationId, name: input.name, nameNorm },
    select: { id: true },
  });
  await recordAudit(context, { action: "department.created", targetType: "department", targetId: id });
  return DepartmentId.parse(id);
}

/**
 * Makes a person a member. Refuses with `conflict` when the person has an organization already (INV-01), and with
 * `invalid_input` when the department is not one of the organization's (INV-03).
 */
export async function addMember(
  context: Context,
  input: {
    readonly personId: PersonId;
    readonly organizationId: OrganizationId;
    readonly departmentId: DepartmentId | null;
    readonly role: "ADMIN" | "USER";
  },
): Promise<void> {
  requireOrganizationManager(context.actor);
  const { personId, organizationId, departmentId, role } = input;
  await requireOrganization(context, organizationId, departmentId);
  const { count } = await context.db.membership.createMany({
    data: { personId, organizationId, departmentId, role, joinedAt: context.now },
    skipDuplicates: true,
  });
  if (count === 0) throw new DomainError("conflict", { reason: "hasOrganization" });
  await recordAudit(context, {
    action: "member.added",
    targetType: "person",
    targetId: personId,
    details: { organizationId, departmentId, role },
  });
  const admins = await listAdminIds(context, { organizationId });
  await announce(context, memberJoined, { personId, organizationId, people: [...admins, personId] });
}

async function requireOrganization(
  context: Context,
  organizationId: OrganizationId,
  departmentId: DepartmentId | null,
): Promise<void> {
  const count = await context.db.organization.count({ where: { id: organizationId } });
  if (count === 0) throw invalidField("organizationId", "notAllowedValue");
  await requireDepartment(context, { organizationId, departmentId });
}
