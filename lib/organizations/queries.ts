import "server-only";
import { nameConditions } from "#lib/accounts/people/name-search";
import type { Context } from "#lib/adapters/database/context";
import { DepartmentId, OrganizationId, PersonId } from "#lib/shared/ids";
import { displayNameOf } from "#lib/shared/text";
import { readableColleagues, requireOrganizationManager } from "./policy.ts";
import type { ColleagueSearch, ColleagueView, OrganizationChoice } from "./schema.ts";

/** Active people of the actor's organization, by name; nobody for an individual account. INV-42 */
export async function listColleagues(
  context: Context,
  input: ColleagueSearch,
): Promise<{ people: ColleagueView[] }> {
  const people = await context.db.person.findMany({
    where: { AND: [readableColleagues(context.actor), ...nameConditions(input.query)] },
    orderBy: [{ lastName: "asc" }, { firstName: "asc" }, { id: "asc" }],
    take: input.limit,
    select: {
      id: true,
      firstName: true,
      lastName: true,
      displayName: true,
      email: true,
      membership: { select: { department: { select: { name: true } } } },
    },
  });
  return {
    people: people.map((person) => ({
      id: PersonId.parse(person.id),
      name: displayNameOf(person),
      email: person.email,
      department: person.membership?.department?.name ?? null,
    })),
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
