import "server-only";
import { isLockedAt } from "#lib/accounts/lockout/lock";
import * as lockout from "#lib/accounts/lockout/queries";
import type { LockoutSettings } from "#lib/accounts/lockout/schema";
import { nameConditions, textContaining } from "#lib/accounts/people/name-search";
import { getFreeUsername } from "#lib/accounts/people/queries";
import * as settings from "#lib/accounts/settings/queries";
import type { AccountSettings } from "#lib/accounts/settings/schema";
import type { Prisma } from "#lib/adapters/database/client";
import type { Context } from "#lib/adapters/database/context";
import { licenceState } from "#lib/licences/licence";
import { licenceView } from "#lib/licences/schema";
import { DomainError } from "#lib/shared/errors";
import { OrganizationId, PersonId, StoredFileId } from "#lib/shared/ids";
import { displayNameOf } from "#lib/shared/text";
import { requireAdministrator } from "./policy.ts";
import {
  type AdministeredPerson,
  type OrganizationSearch,
  type OrganizationsPage,
  organizationsPageSize,
  type PeoplePage,
  type PeopleSearch,
  peoplePageSize,
} from "./schema.ts";

const personColumns = {
  id: true,
  firstName: true,
  lastName: true,
  displayName: true,
  username: true,
  email: true,
  avatarId: true,
  state: true,
  isServerAdmin: true,
  mustChangePassword: true,
  lastSignInAt: true,
  createdAt: true,
  loginGuard: { select: { lockedUntil: true } },
  secondFactor: { select: { state: true } },
  licenceGrant: { select: { kind: true, validUntil: true } },
  membership: {
    select: { organization: { select: { name: true } }, department: { select: { name: true } } },
  },
} satisfies Prisma.PersonSelect;

type PersonRow = Prisma.PersonGetPayload<{ select: typeof personColumns }>;

/** A page of the people who match, by last name. A page behind the last one is empty. */
export async function listPeople(context: Context, input: PeopleSearch): Promise<PeoplePage> {
  requireAdministrator(context.actor);
  const where = { AND: [shown(input.show, context.now), ...nameConditions(input.query)] };
  const [total, rows] = await Promise.all([
    context.db.person.count({ where }),
    context.db.person.findMany({
      where,
      orderBy: [{ lastName: "asc" }, { firstName: "asc" }, { id: "asc" }],
      skip: (input.page - 1) * peoplePageSize,
      take: peoplePageSize,
      select: personColumns,
    }),
  ]);
  const people = rows.map((row) => administeredPerson(row, context.now));
  return { people, total, page: input.page, pageSize: peoplePageSize };
}

/** One person. Refuses with `not_found` when there is none of this id. */
export async function getPerson(
  context: Context,
  input: { readonly personId: PersonId },
): Promise<AdministeredPerson> {
  requireAdministrator(context.actor);
  const row = await context.db.person.findUnique({ where: { id: input.personId }, select: personColumns });
  if (!row) throw new DomainError("not_found");
  return administeredPerson(row, context.now);
}

/** The lockout policy in force, for the form that changes it. ADM-05..07 */
export async function getLockoutSettings(context: Context): Promise<LockoutSettings> {
  requireAdministrator(context.actor);
  return lockout.getLockoutSettings(context);
}

/** What everybody is allowed, for the form that changes it. ADM-12..14, GAP-116 */
export async function getAccountSettings(context: Context): Promise<AccountSettings> {
  requireAdministrator(context.actor);
  return settings.getAccountSettings(context);
}

/** How many people use the portal, and so are asked for new terms at their next sign-in. GAP-028 */
export async function getActiveCount(context: Context): Promise<number> {
  requireAdministrator(context.actor);
  return context.db.person.count({ where: { state: "ACTIVE" } });
}

/** A page of the organizations that match, by name. A page behind the last one is empty. GAP-031 */
export async function listOrganizations(
  context: Context,
  input: OrganizationSearch,
): Promise<OrganizationsPage> {
  requireAdministrator(context.actor);
  const { query, page } = input;
  const where: Prisma.OrganizationWhereInput = query ? { name: textContaining(query) } : {};
  const [total, rows] = await Promise.all([
    context.db.organization.count({ where }),
    context.db.organization.findMany({
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: (page - 1) * organizationsPageSize,
      take: organizationsPageSize,
      select: {
        id: true,
        name: true,
        createdAt: true,
        _count: { select: { memberships: true, departments: true } },
      },
    }),
  ]);
  const organizations = rows.map(({ id, name, createdAt, _count }) => ({
    id: OrganizationId.parse(id),
    name,
    memberCount: _count.memberships,
    departmentCount: _count.departments,
    createdAt: createdAt.toISOString(),
  }));
  return { organizations, total, page, pageSize: organizationsPageSize };
}

/** A user name that is free now. GAP-023 */
export async function getUsernameSuggestion(
  context: Context,
  input: { readonly firstName: string; readonly lastName: string },
): Promise<{ username: string }> {
  requireAdministrator(context.actor);
  return { username: await getFreeUsername(context, input) };
}

function administeredPerson(row: PersonRow, now: Date): AdministeredPerson {
  const { loginGuard, licenceGrant, membership, secondFactor } = row;
  return {
    id: PersonId.parse(row.id),
    name: displayNameOf(row),
    firstName: row.firstName,
    lastName: row.lastName,
    username: row.username,
    email: row.email,
    avatarId: StoredFileId.nullable().parse(row.avatarId),
    state: row.state,
    isServerAdmin: row.isServerAdmin,
    mustChangePassword: row.mustChangePassword,
    hasSecondFactor: secondFactor?.state === "ON",
    organization: membership?.organization.name ?? null,
    department: membership?.department?.name ?? null,
    licence: licenceView(licenceState(licenceGrant, now)),
    lockedUntil: isLockedAt(loginGuard, now) ? (loginGuard?.lockedUntil?.toISOString() ?? null) : null,
    lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

function shown(show: PeopleSearch["show"], now: Date): Prisma.PersonWhereInput {
  switch (show) {
    case "all":
      return {};
    case "active":
      return { state: "ACTIVE" };
    case "disabled":
      return { state: "DISABLED" };
    case "locked":
      return { loginGuard: { is: { lockedUntil: { gt: now } } } };
    case "withoutLicence":
      return {
        OR: [{ licenceGrant: { is: null } }, { licenceGrant: { is: { validUntil: { lte: now } } } }],
      };
  }
}
