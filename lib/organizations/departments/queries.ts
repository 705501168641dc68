import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { DepartmentId } from "#lib/shared/ids";
import { requireMember, requireOwnManager } from "../policy.ts";
import type { DepartmentChoice } from "../schema.ts";
import type { DepartmentView } from "./schema.ts";

/** The departments of the actor's organization by name. Admins only. ORG-15, GAP-067 */
export async function listDepartments(context: Context): Promise<{ departments: DepartmentView[] }> {
  const { organization } = requireOwnManager(context.actor);
  const rows = await context.db.department.findMany({
    where: { organizationId: organization.id },
    orderBy: [{ nameNorm: "asc" }, { id: "asc" }],
    select: { id: true, name: true, description: true, _count: { select: { memberships: true } } },
  });
  const departments = rows.map(({ id, name, description, _count }) => ({
    id: DepartmentId.parse(id),
    name,
    description: description ?? "",
    memberCount: _count.memberships,
  }));
  return { departments };
}

/** The departments as choices, for filters that every member has. ORG-10 */
export async function listDepartmentChoices(
  context: Pick<Context, "actor" | "db">,
): Promise<DepartmentChoice[]> {
  const { organization } = requireMember(context.actor);
  const rows = await context.db.department.findMany({
    where: { organizationId: organization.id },
    orderBy: [{ nameNorm: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
  return rows.map(({ id, name }) => ({ id: DepartmentId.parse(id), name }));
}
