import { z } from "zod";

/** Most lines of one file. */
export const maxImportLines = 5_000;

/** Most lines of one request; a file is sent in such parts. */
export const importBatchLines = 100;

/** What stands in the columns of a list of users, in their order. */
export const memberColumnNames = ["firstName", "lastName", "email", "role", "department"] as const;

const cell = z.string().max(500);

/** One line of the file as it was read; whether it is good is said in the report. */
export const ImportLine = z.strictObject({
  /** Number of the line in the file, as an editor shows it. */
  line: z.int().min(1),
  firstName: cell,
  lastName: cell,
  email: cell,
  role: cell,
  department: cell,
});
export type ImportLine = z.infer<typeof ImportLine>;

/** A part of a file; with `isTrial` nothing is changed and the report says what would be done. */
export const MemberImport = z.strictObject({
  isTrial: z.boolean(),
  lines: z.array(ImportLine).min(1).max(importBatchLines),
});
export type MemberImport = z.infer<typeof MemberImport>;

/** Why a line was left out. */
export const skipReasons = [
  "nameMissing",
  "emailInvalid",
  "roleUnknown",
  "departmentUnknown",
  "memberAlready",
  "memberElsewhere",
  "invitationOpen",
  "twiceInFile",
  "failed",
] as const;

/** What was done, or would be done, about one line. */
export const ImportedLine = z.object({
  line: z.int(),
  email: z.string(),
  result: z.enum(["created", "invited", "skipped"]),
  reason: z.enum(skipReasons).nullable(),
});
export type ImportedLine = z.infer<typeof ImportedLine>;

/** One entry for each line that was sent. */
export const ImportReport = z.object({ lines: z.array(ImportedLine) });
export type ImportReport = z.infer<typeof ImportReport>;
