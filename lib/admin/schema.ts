import { z } from "zod";
import { AccountNames, NewPassword, PersonName, Secret, Username } from "#lib/accounts/schema";
import { LicenceView } from "#lib/licences/schema";
import { OrganizationName } from "#lib/organizations/schema";
import { DepartmentId, OrganizationId, PersonId, StoredFileId } from "#lib/shared/ids";
import { EmailAddress, Instant, line } from "#lib/shared/text";
import { TimeZone } from "#lib/shared/time";

/** How many people one page of the list holds. */
export const peoplePageSize = 50;

const accountState = z.enum(["WAITING_EMAIL", "WAITING_TERMS", "ACTIVE", "DISABLED"]);

/** Which people the list shows; everything left out narrows nothing. */
export const PeopleSearch = z.strictObject({
  query: line(100).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  show: z.enum(["all", "active", "disabled", "locked", "withoutLicence"]).default("all"),
});
export type PeopleSearch = z.infer<typeof PeopleSearch>;

/** A person as the server administrator sees them. */
export const AdministeredPerson = z.object({
  id: PersonId,
  name: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  username: z.string(),
  email: z.string(),
  avatarId: StoredFileId.nullable(),
  state: accountState,
  isServerAdmin: z.boolean(),
  mustChangePassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  organization: z.string().nullable(),
  department: z.string().nullable(),
  licence: LicenceView,
  /** In the future; null for an account that is not locked. */
  lockedUntil: Instant.nullable(),
  lastSignInAt: Instant.nullable(),
  createdAt: Instant,
});
export type AdministeredPerson = z.infer<typeof AdministeredPerson>;

/** One page of the list, and how many people there are on all of them. */
export const PeoplePage = z.object({
  people: z.array(AdministeredPerson),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
});
export type PeoplePage = z.infer<typeof PeoplePage>;

/** How many organizations one page of the list holds. */
export const organizationsPageSize = 50;

/** Which organizations the list shows. */
export const OrganizationSearch = z.strictObject({
  query: line(100).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type OrganizationSearch = z.infer<typeof OrganizationSearch>;

/** An organization as the server administrator sees it. GAP-031 */
export const AdministeredOrganization = z.object({
  id: OrganizationId,
  name: z.string(),
  memberCount: z.int(),
  departmentCount: z.int(),
  createdAt: Instant,
});
export type AdministeredOrganization = z.infer<typeof AdministeredOrganization>;

/** One page of the list, and how many organizations there are on all of them. */
export const OrganizationsPage = z.object({
  organizations: z.array(AdministeredOrganization),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
});
export type OrganizationsPage = z.infer<typeof OrganizationsPage>;

/** A person whom the server administrator enters. There is no way to make an administrator here. INV-43 */
export const NewPerson = AccountNames.extend({
  organizationId: OrganizationId.nullable().default(null),
  departmentId: DepartmentId.nullable().default(null),
  licence: z.enum(["none", "permanent"]).default("none"),
});
export type NewPerson = z.infer<typeof NewPerson>;

/** The handed-out password is in no other answer and is not kept. GAP-061 */
export const HandedOutPassword = z.object({
  personId: PersonId,
  username: z.string(),
  temporaryPassword: z.string(),
});
export type HandedOutPassword = z.infer<typeof HandedOutPassword>;

/** Names a username is suggested for. */
export const NamesForUsername = z.strictObject({ firstName: PersonName, lastName: PersonName });

/** The first administrator with the first organization. GAP-115 */
export const Setup = z.strictObject({
  token: Secret,
  organizationName: OrganizationName,
  firstName: PersonName,
  lastName: PersonName,
  email: EmailAddress,
  username: Username.optional(),
  password: NewPassword,
  /** The browser's; UTC without it. */
  timeZone: TimeZone.optional(),
});
export type Setup = z.infer<typeof Setup>;
