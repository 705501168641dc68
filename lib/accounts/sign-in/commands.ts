import "server-only";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context, SteppingContext } from "#lib/adapters/database/context";
import { verifyPassword } from "#lib/adapters/password-hash/argon2";
import { DomainError } from "#lib/shared/errors";
import { PersonId } from "#lib/shared/ids";
import { normalized } from "#lib/shared/text";
import { holdPerson } from "../commands.ts";
import { type Attempt, claimAttempt, claimNothing, releaseAttempt } from "../lockout/commands.ts";
import { lockedRefusal } from "../lockout/lock.ts";
import { getLockoutSettings } from "../lockout/queries.ts";
import { bounded } from "../passwords/password.ts";
import { openStep } from "./chain/commands.ts";
import { accountRefusal, nextStep, type SignInOutcome } from "./next-step.ts";
import { findStanding } from "./queries.ts";
import type { SignIn } from "./schema.ts";

type Account = { readonly id: PersonId; readonly passwordHash: string | null };

type Tried = { readonly account: Account; readonly attempt: Attempt };

/**
 * The first step of every sign-in: lockout, credentials, account state, and then what stands before the session, each by
 * a ticket of its own (`continueSignIn`). Every try is counted before the password is looked at and stays counted when it
 * is refused. Names nobody has cost one password check and get the answer of a wrong password. SIG-05..20, ACC-18,
 * GAP-032..036, GAP-041, INV-12, INV-13, R17
 * @open signing in is how somebody becomes known
 */
export async function signIn(context: SteppingContext, input: SignIn): Promise<SignInOutcome> {
  const [account, settings] = await Promise.all([
    findAccount(context, input.name),
    getLockoutSettings(context),
  ]);
  if (!account) {
    await claimNothing(context);
    await verifyPassword(null, bounded(input.password));
    return refuseUnknown(context);
  }
  const attempt = await claimAttempt(context, { personId: account.id, settings });
  if (attempt.kind === "locked") return refuseLocked(context, account, attempt.until);
  const isRight = await verifyPassword(account.passwordHash, bounded(input.password));
  if (!isRight) return refuseWrong(context, { account, attempt });
  return finish(context, { account, attempt });
}

async function findAccount(context: SteppingContext, name: string): Promise<Account | null> {
  const typed = normalized(name);
  const row = await context.db.person.findUnique({
    where: typed.includes("@") ? { emailNorm: typed } : { username: typed },
    select: { id: true, passwordHash: true },
  });
  return row && { id: PersonId.parse(row.id), passwordHash: row.passwordHash };
}

function wrongCredentials(): DomainError {
  return new DomainError("not_signed_in", { reason: "wrongCredentials" });
}

async function refuseUnknown(context: SteppingContext): Promise<never> {
  await context.step((open) => recordFailure(open, "unknown", { reason: "unknownName" }));
  throw wrongCredentials();
}

async function refuseWrong(context: SteppingContext, { account, attempt }: Tried): Promise<never> {
  const isLocked = attempt.kind === "claimed" && attempt.isLast;
  await context.step((open) => recordFailure(open, account.id, { reason: "wrongPassword", isLocked }));
  throw wrongCredentials();
}

async function refuseLocked(context: SteppingContext, account: Account, until: Date): Promise<never> {
  await context.step((open) =>
    recordAudit(open, {
      action: "sign-in.locked",
      targetType: "person",
      targetId: account.id,
      details: { until: until.toISOString() },
    }),
  );
  throw lockedRefusal(until);
}

/** The password was right: what is still in the way is decided on the account as it is now, under its lock. */
async function finish(context: SteppingContext, tried: Tried): Promise<SignInOutcome> {
  const outcome = await context.step((open) => conclude(open, tried));
  if (outcome instanceof DomainError) throw outcome;
  return outcome;
}

async function conclude(context: Context, { account, attempt }: Tried): Promise<SignInOutcome | DomainError> {
  const { id: personId, passwordHash } = account;
  await holdPerson(context, personId);
  const standing = await findStanding(context, personId);
  if (!standing || standing.passwordHash !== passwordHash) {
    await recordFailure(context, personId, { reason: "passwordChangedMeanwhile" });
    return wrongCredentials();
  }
  const step = nextStep(standing, { hasProvenFactor: false });
  // Not complete, so the count stays as it was: a right password alone resets nothing. SIG-19
  if (step !== "session") await releaseAttempt(context, { personId, attempt });
  const refusal = accountRefusal(step);
  if (!refusal) return openStep(context, { personId, step });
  await recordFailure(context, personId, { reason: step });
  return refusal;
}

async function recordFailure(
  context: Context,
  targetId: string,
  details: { readonly reason: string; readonly isLocked?: boolean },
): Promise<void> {
  await recordAudit(context, {
    action: "sign-in.failed",
    targetType: "person",
    targetId,
    details: { reason: details.reason, isLocked: details.isLocked ?? false },
  });
}
