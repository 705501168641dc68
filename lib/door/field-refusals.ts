import "server-only";
import type { z } from "zod";
import type { Locale } from "#lib/shared/context";
import type { FieldRefusal } from "#lib/shared/errors";
import { sentenceOf, translator } from "#lib/shared/messages/translator";

/** A refused field as the reader sees it. */
export type FieldProblem = { readonly field: string; readonly reason: string; readonly message: string };

type Said = { readonly reason: string; readonly values?: Readonly<Record<string, number>> };

/** Names each field that did not parse, with a sentence in the reader's language. */
export function fieldProblemsOf(error: z.ZodError, locale: Locale): readonly FieldProblem[] {
  return error.issues.flatMap((issue) =>
    fieldsOf(issue).map((field) => {
      const { reason, values } = said(issue);
      return { field, reason, message: sentence(locale, reason, values) };
    }),
  );
}

/** The same for fields that a command refused. */
export function sayFieldRefusals(fields: readonly FieldRefusal[], locale: Locale): readonly FieldProblem[] {
  return fields.map(({ field, reason, values }) => ({
    field,
    reason,
    message: sentence(locale, reason, values),
  }));
}

function fieldsOf(issue: z.core.$ZodIssue): readonly string[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...path, key].join("."));
  return [path.join(".")];
}

function said(issue: z.core.$ZodIssue): Said {
  switch (issue.code) {
    case "invalid_type":
      return { reason: issue.input === undefined ? "required" : "wrongType" };
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return tooBig(issue);
    case "invalid_format":
      return { reason: formatReasons[issue.format] ?? "wrongFormat" };
    case "invalid_value":
      return { reason: issue.input === undefined ? "required" : "notAllowedValue" };
    case "invalid_union":
      return { reason: issue.input === undefined ? "required" : "notAllowedValue" };
    case "unrecognized_keys":
      return { reason: "unknownField" };
    case "custom":
      return { reason: issue.message };
    default:
      return { reason: "wrongFormat" };
  }
}

const formatReasons: Readonly<Record<string, string>> = {
  email: "notAnEmail",
  url: "notAUrl",
  uuid: "notAnId",
  datetime: "notADate",
  date: "notADate",
};

function tooSmall(issue: z.core.$ZodIssueTooSmall): Said {
  const min = Number(issue.minimum);
  if (issue.origin === "string")
    return min === 1 ? { reason: "required" } : { reason: "tooShort", values: { min } };
  if (issue.origin === "array") return { reason: "tooFew", values: { min } };
  return { reason: "tooSmall", values: { min } };
}

function tooBig(issue: z.core.$ZodIssueTooBig): Said {
  const max = Number(issue.maximum);
  if (issue.origin === "string") return { reason: "tooLong", values: { max } };
  if (issue.origin === "array") return { reason: "tooMany", values: { max } };
  return { reason: "tooBig", values: { max } };
}

function sentence(locale: Locale, reason: string, values: Readonly<Record<string, number>> = {}): string {
  return (
    sentenceOf({ locale, namespace: "refusals", key: `fields.${reason}`, values }) ??
    translator(locale, "refusals")("fields.wrongFormat")
  );
}
