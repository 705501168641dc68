import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { assertNever } from "#lib/shared/errors";
import type { PersonId } from "#lib/shared/ids";
import { issueToken } from "../../action-tokens/commands.ts";
import { completeSignIn, holdPerson } from "../../commands.ts";
import { lockedRefusal } from "../../lockout/lock.ts";
import { accountRefusal, type NextStep, nextStep, type SignInOutcome, ticketRefusal } from "../next-step.ts";
import { findLockEnd, findStanding } from "../queries.ts";

/**
 * Goes on with a sign-in after one of its steps: looks at the account as it is now, under its lock, and opens the next
 * step with a ticket of its own, or the session. The ticket of the step that was taken is used up in the same transaction,
 * so no step is skipped by address, by order or by repetition. Refuses with `locked` or `forbidden`. GAP-041, INV-11, INV-13
 * @open the ticket of the step before is the proof; tickets of later steps are only made behind the second factor
 */
export async function continueSignIn(context: Context, personId: PersonId): Promise<SignInOutcome> {
  await holdPerson(context, personId);
  const lockEnd = await findLockEnd(context, personId);
  if (lockEnd) throw lockedRefusal(lockEnd);
  const standing = await findStanding(context, personId);
  if (!standing) throw ticketRefusal();
  const step = nextStep(standing, { hasProvenFactor: true });
  const refusal = accountRefusal(step);
  if (refusal) throw refusal;
  return openStep(context, { personId, step });
}

/**
 * Hands out what leads to the step: its ticket, or the ticket of the session.
 * @open called when everything before the step is done
 */
export async function openStep(
  context: Context,
  { personId, step }: { readonly personId: PersonId; readonly step: NextStep },
): Promise<SignInOutcome> {
  switch (step) {
    case "secondFactor":
      return {
        kind: "secondFactorRequired",
        ticket: await issueToken(context, { purpose: "SECOND_FACTOR", personId }),
      };
    case "terms":
      return {
        kind: "termsRequired",
        ticket: await issueToken(context, { purpose: "ACCEPT_TERMS", personId }),
      };
    case "password":
      return {
        kind: "passwordChangeRequired",
        ticket: await issueToken(context, { purpose: "SET_PASSWORD", personId }),
      };
    case "session":
      return { kind: "signedIn", ...(await completeSignIn(context, personId)) };
    case "notActivated":
    case "closed":
      throw new Error(`no step leads into an account that is ${step}`);
    default:
      return assertNever(step);
  }
}
