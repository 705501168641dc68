/** The refusals a caller may act on; the door turns each into one HTTP status. */
export const refusalCodes = [
  "invalid_input",
  "not_signed_in",
  "forbidden",
  "not_found",
  "conflict",
  "limit_reached",
  "locked",
  "unavailable",
] as const;

/** One of the refusals. */
export type RefusalCode = (typeof refusalCodes)[number];

/**
 * One field that was refused. `field` is a dotted path into the input, `reason` a key of the message catalogue `refusals`,
 * `values` fill its placeholders.
 */
export type FieldRefusal = {
  readonly field: string;
  readonly reason: string;
  readonly values?: Readonly<Record<string, number>>;
};

/** What a refusal may carry besides its code: only JSON values that the reader may see. */
export type RefusalDetails = {
  /** Key of the catalogue `refusals` that says it in the reader's language; the code's own text without it. */
  readonly reason?: string;
  /** Values for the placeholders of that text; instants as ISO 8601 strings. */
  readonly values?: Readonly<Record<string, string | number>>;
  readonly fields?: readonly FieldRefusal[];
};

/** A refusal: expected, shown to the person, rolls the transaction back. Everything else thrown is a bug. */
export class DomainError extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails = {}, options?: ErrorOptions) {
    super(details.reason ? `${code}: ${details.reason}` : code, options);
    this.name = "DomainError";
    this.code = code;
    this.details = details;
  }
}

/** Refuses one field of the input. */
export function invalidField(field: string, reason: string): DomainError {
  return new DomainError("invalid_input", { fields: [{ field, reason }] });
}

/** Closes a switch over a union: the compiler complains when a kind is missing. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
