import { stringify } from "csv-stringify/sync";

/** A user as a line of the exported table. */
export type TableLine = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly role: string;
  readonly department: string;
};

const header = {
  firstName: "First name",
  lastName: "Last name",
  email: "E-mail",
  role: "Role",
  department: "Department",
};

/**
 * The table as RFC 4180 has it, with the mark by which spreadsheets know UTF-8. What a spreadsheet would take for a formula
 * is marked as text, so that nobody's name computes anything. The import reads it back.
 */
export function memberTable(lines: readonly TableLine[]): string {
  return stringify([...lines], {
    bom: true,
    header: true,
    columns: header,
    escape_formulas: true,
    record_delimiter: "windows",
  });
}
