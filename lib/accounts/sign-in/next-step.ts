import { assertNever, DomainError } from "#lib/shared/errors";

/** Where a sign-in led; each ticket is good once. */
export type SignInOutcome = {
  readonly kind: "signedIn" | "secondFactorRequired" | "termsRequired" | "passwordChangeRequired";
  readonly ticket: string;
};

/** How an account stands towards somebody who had its right password. */
export type Standing = {
  readonly state: "WAITING_EMAIL" | "WAITING_TERMS" | "ACTIVE" | "DISABLED";
  readonly hasSecondFactor: boolean;
  /** The version of the terms in force. */
  readonly hasAcceptedTerms: boolean;
  readonly mustChangePassword: boolean;
};

/** What is to be done next; `notActivated` and `closed` end the sign-in. */
export type NextStep = "notActivated" | "closed" | "secondFactor" | "terms" | "password" | "session";

/**
 * What still stands between the right password and the session, in the one order of all ways in: activation, second
 * factor, terms, handed-out password. GAP-041, INV-11, INV-14
 */
export function nextStep(
  standing: Standing,
  { hasProvenFactor }: { readonly hasProvenFactor: boolean },
): NextStep {
  if (standing.state === "DISABLED") return "closed";
  if (standing.state === "WAITING_EMAIL") return "notActivated";
  if (standing.hasSecondFactor && !hasProvenFactor) return "secondFactor";
  if (standing.state === "WAITING_TERMS" || !standing.hasAcceptedTerms) return "terms";
  return standing.mustChangePassword ? "password" : "session";
}

/** The refusal of an account that no step leads into; null for one that is open. ACC-18, GAP-002 */
export function accountRefusal(step: NextStep): DomainError | null {
  switch (step) {
    case "notActivated":
      return new DomainError("forbidden", { reason: "accountNotActivated" });
    case "closed":
      return new DomainError("forbidden", { reason: "accountNotActive" });
    case "secondFactor":
    case "terms":
    case "password":
    case "session":
      return null;
    default:
      return assertNever(step);
  }
}

/** The refusal of a ticket that is used up, too old, taken back or unknown: the sign-in begins anew. INV-40 */
export function ticketRefusal(): DomainError {
  return new DomainError("not_found", { reason: "ticketNotGood" });
}
