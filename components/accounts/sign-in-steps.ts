import type { SignInView } from "#lib/accounts/sign-in/schema";
import { assertNever } from "#lib/shared/errors";

/**
 * Where the browser goes after a step of the sign-in: to the page of the next step, or where one wanted to go. The part
 * behind # stays in the browser: no ticket reaches a log. GAP-041
 */
export function addressAfter(outcome: SignInView, returnTo: string): string {
  const query = `?returnTo=${encodeURIComponent(returnTo)}`;
  switch (outcome.kind) {
    case "signedIn":
      return returnTo;
    case "secondFactorRequired":
      return `/second-factor${query}#${outcome.ticket}`;
    case "termsRequired":
      return `/terms${query}#${outcome.ticket}`;
    case "passwordChangeRequired":
      return `/first-password${query}#${outcome.ticket}`;
    default:
      return assertNever(outcome);
  }
}

/** The sign-in page, which leads there afterwards. */
export function signInAddress(returnTo: string): string {
  return `/sign-in?returnTo=${encodeURIComponent(returnTo)}`;
}
