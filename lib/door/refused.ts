import "server-only";
import type { DomainError } from "#lib/shared/errors";
import type { FieldProblem } from "./field-refusals.ts";

/** A refusal that HTTP knows a closer status for than its code's own, or whose fields are already worded. */
export class Refused extends Error {
  readonly status: number | undefined;
  readonly refusal: DomainError;
  readonly fields: readonly FieldProblem[] | undefined;

  constructor(status: number | undefined, refusal: DomainError, fields?: readonly FieldProblem[]) {
    super(refusal.message, { cause: refusal });
    this.name = "Refused";
    this.status = status;
    this.refusal = refusal;
    this.fields = fields;
  }
}
