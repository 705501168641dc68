import { z } from "zod";
import { DepartmentId, OrganizationId, PersonId } from "#lib/shared/ids";
import { line } from "#lib/shared/text";

/** Names of organizations and departments. */
export const OrganizationName = line(120);
export const DepartmentName = line(120);

/** Somebody who can be chosen as a participant. */
export const ColleagueView = z.object({
  id: PersonId,
  name: z.string(),
  email: z.string(),
  department: z.string().nullable(),
});
export type ColleagueView = z.infer<typeof ColleagueView>;

/** Which colleagues: those whose name, user name or address contains each word. */
export const ColleagueSearch = z.strictObject({
  query: line(100).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type ColleagueSearch = z.infer<typeof ColleagueSearch>;

/** An organization with its departments, as a choice. */
export const OrganizationChoice = z.object({
  id: OrganizationId,
  name: z.string(),
  departments: z.array(z.object({ id: DepartmentId, name: z.string() })),
});
export type OrganizationChoice = z.infer<typeof OrganizationChoice>;
