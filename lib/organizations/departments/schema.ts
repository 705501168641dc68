import { z } from "zod";
import { DepartmentId } from "#lib/shared/ids";
import { paragraph } from "#lib/shared/text";
import { DepartmentName } from "../schema.ts";

/** What is entered about a department. GAP-065 */
export const DepartmentFields = z.strictObject({
  name: DepartmentName,
  description: paragraph(500).default(""),
});
export type DepartmentFields = z.infer<typeof DepartmentFields>;

/** One department of the list, with how many users it has. */
export const DepartmentView = z.object({
  id: DepartmentId,
  name: z.string(),
  description: z.string(),
  memberCount: z.int(),
});
export type DepartmentView = z.infer<typeof DepartmentView>;
