import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { DepartmentId, OrganizationId } from "#lib/shared/ids";
import { requireMember, requireOrganizationManager } from "./policy.ts";
import type { OrganizationChoice, OrganizationView } from "./schema.ts";

/** The main information of the actor's organization; `not_found` for individual accounts. ORG-05, DIR-20, GAP-067 */
export async function getOrganization(context: Context): Promise<OrganizationView> {
  const { organization } = requireMember(context.actor);
  const row = await context.db.organization.findUniqueOrThrow({
    where: { id: organization.id },
    select: {
      id: true,
      name: true,
      website: true,
      vatNumber: true,
      createdAt: true,
      _count: { select: { memberships: true, departments: true } },
    },
  });
  const { _count, createdAt, ...fields } = row;
  return {
    ...fields,
    id: OrganizationId.parse(row.id),
    createdAt: createdAt.toISOString(),
    memberCount: _count.memberships,
    departmentCount: _count.departments,
  };
}

/** Every organization with its departments, for the control panel. */
export async function listOrganizations(context: Context): Promise<OrganizationChoice[]> {
  requireOrganizationManager(context.actor);
  const organizations = await context.db.organization.findMany({
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      departments: { orderBy: { nameNorm: "asc" }, select: { id: true, name: true } },
    },
  });
  return organizations.map(({ id, name, departments }) => ({
    id: OrganizationId.parse(id),
    name,
    departments: departments.map((department) => ({
      id: DepartmentId.parse(department.id),
      name: department.name,
    })),
  }));
}
