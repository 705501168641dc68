import "server-only";
import { nameConditions } from "#lib/accounts/people/name-search";
import { getFreeUsername } from "#lib/accounts/people/queries";
import type { Prisma } from "#lib/adapters/database/client";
import type { Context } from "#lib/adapters/database/context";
import { DomainError } from "#lib/shared/errors";
import { DepartmentId, type OrganizationId, PersonId } from "#lib/shared/ids";
import { displayNameOf } from "#lib/shared/text";
import { memberTable } from "../imports/member-table.ts";
import { canManageOwnOrganization, requireMember, requireOwnManager } from "../policy.ts";
import {
  type MemberFilter,
  type MemberSearch,
  type MembersPage,
  type MemberView,
  membersPageSize,
} from "./schema.ts";

const memberColumns = {
  role: true,
  joinedAt: true,
  department: { select: { id: true, name: true } },
  person: {
    select: {
      id: true,
      firstName: true,
      lastName: true,
      displayName: true,
      username: true,
      email: true,
      avatarId: true,
      state: true,
    },
  },
} satisfies Prisma.MembershipSelect;

type MemberRow = Prisma.MembershipGetPayload<{ select: typeof memberColumns }>;

/** A page of the users of the actor's organization who match; a page behind the last one is empty. ORG-10, ORG-11 */
export async function listMembers(context: Context, input: MemberSearch): Promise<MembersPage> {
  const actor = requireMember(context.actor);
  const where = matching(actor.organization.id, input);
  const [total, rows] = await Promise.all([
    context.db.membership.count({ where }),
    context.db.membership.findMany({
      where,
      orderBy: orderOf(input.sort),
      skip: (input.page - 1) * membersPageSize,
      take: membersPageSize,
      select: memberColumns,
    }),
  ]);
  const isManager = canManageOwnOrganization(actor);
  const members = rows.map((row) => memberView(row, isManager));
  return { members, total, page: input.page, pageSize: membersPageSize };
}

/** The same list as a file, whole; admins only. */
export async function getMemberTable(context: Context, input: MemberFilter): Promise<string> {
  const { organization } = requireOwnManager(context.actor);
  const rows = await context.db.membership.findMany({
    where: matching(organization.id, input),
    orderBy: orderOf(input.sort),
    select: memberColumns,
  });
  return memberTable(
    rows.map(({ person, role, department }) => ({
      firstName: person.firstName,
      lastName: person.lastName,
      email: person.email,
      role: role === "ADMIN" ? "admin" : "user",
      department: department?.name ?? "",
    })),
  );
}

/** One member of the actor's organization. Refuses with `not_found` for everybody else. */
export async function getMember(
  context: Context,
  input: { readonly personId: PersonId },
): Promise<MemberView> {
  const actor = requireMember(context.actor);
  const row = await context.db.membership.findFirst({
    where: { personId: input.personId, organizationId: actor.organization.id },
    select: memberColumns,
  });
  if (!row) throw new DomainError("not_found");
  return memberView(row, canManageOwnOrganization(actor));
}

/** A user name that is free now, for somebody an admin is about to enter. GAP-023, GAP-062 */
export async function getMemberUsername(
  context: Context,
  names: { readonly firstName: string; readonly lastName: string },
): Promise<{ username: string }> {
  const { organization } = requireOwnManager(context.actor);
  const portal = {
    ...context,
    actor: { kind: "system", reason: `organization ${organization.id}` },
  } as const;
  return { username: await getFreeUsername(portal, names) };
}

/** Most admins whose open pages are told of a change. */
const maxTold = 100;

/**
 * The admins of an organization, to be told of a change.
 * @open commands ask it for facts
 */
export async function listAdminIds(
  context: Pick<Context, "db">,
  input: { readonly organizationId: OrganizationId },
): Promise<PersonId[]> {
  const rows = await context.db.membership.findMany({
    where: { organizationId: input.organizationId, role: "ADMIN" },
    orderBy: { joinedAt: "asc" },
    take: maxTold,
    select: { personId: true },
  });
  return rows.map(({ personId }) => PersonId.parse(personId));
}

function matching(organizationId: OrganizationId, filter: MemberFilter): Prisma.MembershipWhereInput {
  const { query, department, role } = filter;
  const words = nameConditions(query);
  return {
    organizationId,
    ...(role && { role }),
    ...(department && { departmentId: department === "none" ? null : department }),
    ...(words.length > 0 && { person: { is: { AND: words } } }),
  };
}

function orderOf(sort: MemberFilter["sort"]): Prisma.MembershipOrderByWithRelationInput[] {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  const byName = [
    { person: { lastName: direction } },
    { person: { firstName: direction } },
    { personId: "asc" as const },
  ] satisfies Prisma.MembershipOrderByWithRelationInput[];
  switch (sort) {
    case "name":
    case "-name":
      return byName;
    case "email":
    case "-email":
      return [{ person: { emailNorm: direction } }];
    case "department":
    case "-department":
      return [{ department: { nameNorm: direction } }, ...byName];
    case "joined":
    case "-joined":
      return [{ joinedAt: direction }, ...byName];
  }
}

function memberView(row: MemberRow, isManager: boolean): MemberView {
  const { person, role, department, joinedAt } = row;
  return {
    id: PersonId.parse(person.id),
    name: displayNameOf(person),
    username: person.username,
    email: person.email,
    avatarId: person.avatarId,
    role,
    department: department && { id: DepartmentId.parse(department.id), name: department.name },
    joinedAt: joinedAt.toISOString(),
    isWaiting: isManager && person.state === "WAITING_TERMS",
  };
}
