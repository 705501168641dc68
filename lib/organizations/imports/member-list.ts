import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { normalized } from "#lib/shared/text";
import { type ImportedLine, type ImportLine, maxImportLines, type memberColumnNames } from "./schema.ts";

/** A file as it was read, or why it cannot be. */
export type MemberList =
  | {
      readonly kind: "lines";
      readonly lines: readonly ImportLine[];
      readonly skipped: readonly ImportedLine[];
    }
  | { readonly kind: "refused"; readonly reason: "noHeader" | "noLines" | "tooManyLines" | "notReadable" };

type Column = (typeof memberColumnNames)[number];

/** Headings by which a column is known, in any case. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  firstName: ["first name", "firstname", "given name", "vorname"],
  lastName: ["last name", "lastname", "surname", "family name", "nachname", "name"],
  email: ["e-mail", "email", "e-mail address", "email address", "mail", "e-mail-adresse"],
  role: ["role", "rolle"],
  department: ["department", "abteilung"],
};

/**
 * Reads a list of users: UTF-8 with or without its mark, commas or semicolons, quoted cells as in RFC 4180, columns in any
 * order under a heading. An address that stands twice is taken once. Role and department may be missing.
 */
export function memberList(text: string): MemberList {
  const rows = rowsOf(text);
  if (rows === null) return { kind: "refused", reason: "notReadable" };
  const [first, ...others] = rows;
  const columns = first && columnsOf(first.cells);
  if (!columns) return { kind: "refused", reason: "noHeader" };
  if (others.length === 0) return { kind: "refused", reason: "noLines" };
  if (others.length > maxImportLines) return { kind: "refused", reason: "tooManyLines" };
  return { kind: "lines", ...withoutDoubles(others.map((row) => lineOf(row, columns))) };
}

type Row = { readonly line: number; readonly cells: readonly string[] };

function rowsOf(text: string): readonly Row[] | null {
  const firstLine = text.split(/\r?\n/, 1)[0] ?? "";
  try {
    const rows: unknown[] = parse(text, {
      bom: true,
      delimiter: firstLine.split(";").length > firstLine.split(",").length ? ";" : ",",
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return rows.map(rowOf);
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

function rowOf(row: unknown): Row {
  const { record, info }: { record: string[]; info: { lines: number } } = Object.assign(
    { record: [], info: { lines: 0 } },
    row,
  );
  return { line: info.lines, cells: record };
}

function columnsOf(cells: readonly string[]): Readonly<Record<Column, number>> | null {
  const names = cells.map((cell) => cell.toLowerCase());
  const at = (column: Column) => names.findIndex((name) => headings[column].includes(name));
  const columns = {
    firstName: at("firstName"),
    lastName: at("lastName"),
    email: at("email"),
    role: at("role"),
    department: at("department"),
  };
  const isComplete = columns.firstName >= 0 && columns.lastName >= 0 && columns.email >= 0;
  return isComplete ? columns : null;
}

function lineOf({ line, cells }: Row, columns: Readonly<Record<Column, number>>): ImportLine {
  const cell = (column: Column) => plain(cells[columns[column]] ?? "");
  return {
    line,
    firstName: cell("firstName"),
    lastName: cell("lastName"),
    email: cell("email"),
    role: cell("role"),
    department: cell("department"),
  };
}

/** Takes off the mark with which the export keeps spreadsheets from computing. */
function plain(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r])/, "").slice(0, 500);
}

function withoutDoubles(lines: readonly ImportLine[]) {
  const seen = new Set<string>();
  const once: ImportLine[] = [];
  const skipped: ImportedLine[] = [];
  for (const line of lines) {
    const address = normalized(line.email);
    if (address !== "" && seen.has(address)) {
      skipped.push({ line: line.line, email: line.email, result: "skipped", reason: "twiceInFile" });
    } else {
      seen.add(address);
      once.push(line);
    }
  }
  return { lines: once, skipped };
}
