import { z } from "zod";
import { DepartmentId, OrganizationId } from "#lib/shared/ids";
import { Instant, line } from "#lib/shared/text";

/** Names of organizations and departments. */
export const OrganizationName = line(120);
export const DepartmentName = line(120);

/** An organization with its departments, as a choice. */
export const OrganizationChoice = z.object({
  id: OrganizationId,
  name: z.string(),
  departments: z.array(z.object({ id: DepartmentId, name: z.string() })),
});
export type OrganizationChoice = z.infer<typeof OrganizationChoice>;

/** What somebody is in an organization. ORG-03, GAP-066 */
export const organizationRoles = ["USER", "ADMIN"] as const;
export const OrganizationRole = z.enum(organizationRoles);
export type OrganizationRole = z.infer<typeof OrganizationRole>;

/** Address of a website; anything but http and https could run in the page that shows it as a link. */
export const Website = line(500).refine(isWebAddress, { error: "notAWebsite" });

/** Main information of an organization. ACC-43..45, ORG-07 */
export const OrganizationFields = z.strictObject({
  name: OrganizationName,
  website: Website.nullable().default(null),
  vatNumber: line(50).nullable().default(null),
});
export type OrganizationFields = z.infer<typeof OrganizationFields>;

/** The one organization of the person who asks. ORG-05, GAP-011 */
export const OrganizationView = z.object({
  id: OrganizationId,
  name: z.string(),
  website: z.string().nullable(),
  vatNumber: z.string().nullable(),
  createdAt: Instant,
  memberCount: z.int(),
  departmentCount: z.int(),
});
export type OrganizationView = z.infer<typeof OrganizationView>;

/** A department of the own organization, as a choice. */
export const DepartmentChoice = z.object({ id: DepartmentId, name: z.string() });
export type DepartmentChoice = z.infer<typeof DepartmentChoice>;

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
