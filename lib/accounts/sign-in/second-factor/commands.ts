import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context, SteppingContext } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { DomainError } from "#lib/shared/errors";
import type { PersonId } from "#lib/shared/ids";
import { redeemToken } from "../../action-tokens/commands.ts";
import { findToken } from "../../action-tokens/queries.ts";
import { holdPerson } from "../../commands.ts";
import { type Attempt, claimAttempt, releaseAttempt } from "../../lockout/commands.ts";
import { lockedRefusal } from "../../lockout/lock.ts";
import { getLockoutSettings } from "../../lockout/queries.ts";
import { refuseCode, spendCode } from "../../second-factor/codes/commands.ts";
import { securityChanged } from "../../security-notices/facts.ts";
import { continueSignIn } from "../chain/commands.ts";
import { type SignInOutcome, ticketRefusal } from "../next-step.ts";
import type { SecondFactorProof } from "../schema.ts";

/**
 * The step of a sign-in behind the right password when the second factor is on: takes a code of the authenticator or a
 * recovery code. A wrong one counts like a wrong password and leaves the ticket good; while the account is locked none is
 * looked at. Refuses with `not_found` when the ticket is not good. SIG-28, SIG-29, GAP-033, GAP-037, GAP-038, INV-12..15
 * @open the ticket and the code are the proof
 */
export async function passSecondFactor(
  context: SteppingContext,
  input: SecondFactorProof,
): Promise<SignInOutcome> {
  const token = await findToken(context, { purpose: "SECOND_FACTOR", secret: input.ticket });
  if (token?.state !== "open") throw ticketRefusal();
  const { personId } = token;
  const settings = await getLockoutSettings(context);
  const attempt = await claimAttempt(context, { personId, settings });
  if (attempt.kind === "locked") return refuseLocked(context, personId, attempt.until);
  const outcome = await context.step((open) => tryCode(open, { ...input, personId, attempt }));
  if (outcome instanceof DomainError) throw outcome;
  return outcome;
}

type Tried = SecondFactorProof & { readonly personId: PersonId; readonly attempt: Attempt };

async function tryCode(
  context: Context,
  { personId, ticket, code, attempt }: Tried,
): Promise<SignInOutcome | DomainError> {
  await holdPerson(context, personId);
  const spent = await spendCode(context, { personId, code });
  if (spent === "wrong" || spent === "usedBefore") {
    await recordAudit(context, {
      action: "sign-in.failed",
      targetType: "person",
      targetId: personId,
      details: { reason: "wrongCode", isLocked: attempt.kind === "claimed" && attempt.isLast },
    });
    return refuseCode(spent);
  }
  if (!(await redeemToken(context, { purpose: "SECOND_FACTOR", secret: ticket }))) throw ticketRefusal();
  await releaseAttempt(context, { personId, attempt });
  if (spent === "recovery") {
    await recordAudit(context, {
      action: "second-factor.recovery-code-used",
      targetType: "person",
      targetId: personId,
    });
    await announce(context, securityChanged, { personId, change: "recoveryCodeUsed", causeId: randomUUID() });
  }
  return continueSignIn(context, personId);
}

async function refuseLocked(context: SteppingContext, personId: PersonId, until: Date): Promise<never> {
  await context.step((open) =>
    recordAudit(open, {
      action: "sign-in.locked",
      targetType: "person",
      targetId: personId,
      details: { until: until.toISOString() },
    }),
  );
  throw lockedRefusal(until);
}
