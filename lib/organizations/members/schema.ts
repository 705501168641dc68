import { z } from "zod";
import { AccountNames } from "#lib/accounts/schema";
import { DepartmentId, PersonId } from "#lib/shared/ids";
import { Instant, line } from "#lib/shared/text";
import { DepartmentChoice, OrganizationRole } from "../schema.ts";

/** How many users one page of the list holds. */
export const membersPageSize = 50;

/** Most users that one request changes. */
export const maxChosenMembers = 200;

/** By what the list can be sorted, each way. */
export const memberSorts = [
  "name",
  "-name",
  "email",
  "-email",
  "department",
  "-department",
  "joined",
  "-joined",
] as const;

/** Which users; everything left out narrows nothing. `department` "none" means those without one. */
export const MemberFilter = z.strictObject({
  query: line(100).optional(),
  department: z.union([DepartmentId, z.literal("none")]).optional(),
  role: OrganizationRole.optional(),
  sort: z.enum(memberSorts).default("name"),
});
export type MemberFilter = z.infer<typeof MemberFilter>;

/** One page of them. */
export const MemberSearch = MemberFilter.extend({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type MemberSearch = z.infer<typeof MemberSearch>;

/** A user of the organization. ORG-11 */
export const MemberView = z.object({
  id: PersonId,
  name: z.string(),
  username: z.string(),
  email: z.string(),
  avatarId: z.string().nullable(),
  role: OrganizationRole,
  department: DepartmentChoice.nullable(),
  joinedAt: Instant,
  /** Has not finished the first sign-in; told to admins only. */
  isWaiting: z.boolean(),
});
export type MemberView = z.infer<typeof MemberView>;

/** One page of the list, and how many users there are on all of them. */
export const MembersPage = z.object({
  members: z.array(MemberView),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
});
export type MembersPage = z.infer<typeof MembersPage>;

/** Somebody whom an admin enters. There is no way to make a server administrator here. ORG-41, GAP-062, INV-43 */
export const NewMember = AccountNames.extend({
  role: OrganizationRole.default("USER"),
  departmentId: DepartmentId.nullable().default(null),
});
export type NewMember = z.infer<typeof NewMember>;

/** The new user; the temporary password only where no mail leaves the house, and in no other answer. GAP-061 */
export const NewMemberView = z.object({
  personId: PersonId,
  username: z.string(),
  email: z.string(),
  temporaryPassword: z.string().nullable(),
});
export type NewMemberView = z.infer<typeof NewMemberView>;

/** What changes about one member; what is absent stays. */
export const MemberChange = z.strictObject({
  personId: PersonId,
  role: OrganizationRole.optional(),
  departmentId: DepartmentId.nullable().optional(),
});
export type MemberChange = z.infer<typeof MemberChange>;

/** Several users who were chosen in the list. */
export const ChosenMembers = z.strictObject({
  personIds: z.array(PersonId).min(1).max(maxChosenMembers),
});
export type ChosenMembers = z.infer<typeof ChosenMembers>;
