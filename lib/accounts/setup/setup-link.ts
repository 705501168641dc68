import { DomainError } from "#lib/shared/errors";

/** The refusal of a set-up link that is used up, too old or unknown, or of a portal that has its administrator. */
export function setupClosedRefusal(): DomainError {
  return new DomainError("not_found", { reason: "setupClosed" });
}
