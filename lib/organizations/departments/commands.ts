import "server-only";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { DomainError, invalidField } from "#lib/shared/errors";
import { DepartmentId, type OrganizationId } from "#lib/shared/ids";
import { normalized } from "#lib/shared/text";
import { holdOrganization } from "../commands.ts";
import { organizationChanged } from "../facts.ts";
import { listAdminIds } from "../members/queries.ts";
import { requireOwnManager } from "../policy.ts";
import type { DepartmentFields, DepartmentView } from "./schema.ts";

/** Makes a department. Refuses at `name` when there is one of that name, in any case. ORG-16, GAP-065 */
export async function addDepartment(context: Context, input: DepartmentFields): Promise<DepartmentView> {
  const organizationId = requireOwnManager(context.actor).organization.id;
  const [row] = await context.db.department.createManyAndReturn({
    data: { organizationId, ...columnsOf(input), createdAt: context.now },
    skipDuplicates: true,
    select: { id: true },
  });
  if (!row) throw invalidField("name", "nameTaken");
  await note(context, { organizationId, action: "department.created", departmentId: row.id });
  return { id: DepartmentId.parse(row.id), ...input, memberCount: 0 };
}

/** Changes a department. Refuses with `not_found` for those of others, and at `name` when another one has it. ORG-17 */
export async function changeDepartment(
  context: Context,
  input: DepartmentFields & { readonly departmentId: DepartmentId },
): Promise<DepartmentView> {
  const organizationId = requireOwnManager(context.actor).organization.id;
  const { departmentId, ...fields } = input;
  const columns = columnsOf(fields);
  await holdOrganization(context, organizationId);
  const namesakes = { organizationId, nameNorm: columns.nameNorm, id: { not: departmentId } };
  const own = { id: departmentId, organizationId };
  if ((await context.db.department.count({ where: own })) === 0) throw new DomainError("not_found");
  if ((await context.db.department.count({ where: namesakes })) > 0) throw invalidField("name", "nameTaken");
  await context.db.department.updateMany({ where: own, data: columns });
  await note(context, { organizationId, action: "department.changed", departmentId });
  const memberCount = await context.db.membership.count({ where: { organizationId, departmentId } });
  return { id: departmentId, ...fields, memberCount };
}

/** Deletes a department; its users and those invited into it are in none then. ORG-18, GAP-065 */
export async function deleteDepartment(
  context: Context,
  { departmentId }: { readonly departmentId: DepartmentId },
): Promise<{ movedCount: number }> {
  const organizationId = requireOwnManager(context.actor).organization.id;
  const inIt = { where: { organizationId, departmentId }, data: { departmentId: null } };
  await holdOrganization(context, organizationId);
  const { count: movedCount } = await context.db.membership.updateMany(inIt);
  await context.db.invitation.updateMany(inIt);
  const { count } = await context.db.department.deleteMany({ where: { id: departmentId, organizationId } });
  if (count === 0) throw new DomainError("not_found");
  await note(context, { organizationId, action: "department.deleted", departmentId });
  return { movedCount };
}

function columnsOf({ name, description }: DepartmentFields) {
  return { name, nameNorm: normalized(name), description: description || null };
}

async function note(
  context: Context,
  done: { readonly organizationId: OrganizationId; readonly action: string; readonly departmentId: string },
): Promise<void> {
  const { organizationId, action, departmentId } = done;
  await recordAudit(context, {
    action,
    targetType: "department",
    targetId: departmentId,
    details: { organizationId },
  });
  const people = await listAdminIds(context, { organizationId });
  await announce(context, organizationChanged, { organizationId, people });
}
