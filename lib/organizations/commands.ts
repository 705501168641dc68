import "server-only";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import { DomainError, invalidField } from "#lib/shared/errors";
import { DepartmentId, OrganizationId, type PersonId } from "#lib/shared/ids";
import { normalized } from "#lib/shared/text";
import { requireOrganizationManager } from "./policy.ts";

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
  const existing = await context.db.membership.count({ where: { personId } });
  if (existing > 0) throw new DomainError("conflict", { reason: "hasOrganization" });
  await context.db.membership.create({
    data: { personId, organizationId, departmentId, role, joinedAt: context.now },
    select: { personId: true },
  });
  await recordAudit(context, {
    action: "member.added",
    targetType: "person",
    targetId: personId,
    details: { organizationId, departmentId, role },
  });
}

async function requireOrganization(
  context: Context,
  organizationId: OrganizationId,
  departmentId: DepartmentId | null,
): Promise<void> {
  const organization = await context.db.organization.findUnique({
    where: { id: organizationId },
    select: { departments: { where: { id: departmentId ?? undefined }, select: { id: true }, take: 1 } },
  });
  if (!organization) throw invalidField("organizationId", "notAllowedValue");
  if (departmentId && organization.departments.length === 0)
    throw invalidField("departmentId", "notAllowedValue");
}
