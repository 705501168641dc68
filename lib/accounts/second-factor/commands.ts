import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context, SteppingContext } from "#lib/adapters/database/context";
import { seal, unseal } from "#lib/adapters/database/sealed-text";
import { announce } from "#lib/adapters/jobs/announce";
import { qrCodeOf } from "#lib/adapters/pictures/qr-code";
import { DomainError } from "#lib/shared/errors";
import type { PersonId } from "#lib/shared/ids";
import { holdPerson, revokeTickets } from "../commands.ts";
import { type Attempt, claimAttempt, releaseAttempt } from "../lockout/commands.ts";
import { lockedRefusal } from "../lockout/lock.ts";
import { getLockoutSettings } from "../lockout/queries.ts";
import { requireAccountAdministrator, requirePerson } from "../policy.ts";
import { type SecurityChange, securityChanged } from "../security-notices/facts.ts";
import { refuseCode, replaceRecoveryCodes, spendCode } from "./codes/commands.ts";
import { plainCode } from "./recovery-code.ts";
import type { CodeInput, NewAuthenticator, RecoveryCodes } from "./schema.ts";
import { base32Of, keyUri, matchedStep } from "./totp.ts";

/** As long as the hash of the codes, as RFC 4226 (4) advises. */
const secretBytes = 20;

/**
 * Makes a secret for an authenticator and answers with it once. Nothing is asked for at sign-in before a code of it was
 * sent; beginning again replaces it. Refuses with `conflict` while the second factor is on. SIG-22..25, SIG-27, GAP-038
 */
export async function beginSecondFactor(context: Context): Promise<NewAuthenticator> {
  const { personId } = requirePerson(context.actor);
  await holdPerson(context, personId);
  const known = await context.db.secondFactor.findUnique({ where: { personId }, select: { state: true } });
  if (known?.state === "ON") throw new DomainError("conflict", { reason: "secondFactorOn" });
  const secret = base32Of(randomBytes(secretBytes));
  const secretSealed = seal("authenticator secret", secret);
  await context.db.secondFactor.upsert({
    where: { personId },
    create: { personId, secretSealed, createdAt: context.now },
    update: { secretSealed, createdAt: context.now },
    select: { personId: true },
  });
  const { username } = await context.db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { username: true },
  });
  const uri = keyUri({ secret, account: username });
  return { secret, keyUri: uri, qrCode: await qrCodeOf(uri) };
}

/**
 * Switches the second factor on with a code of the authenticator that was begun, and answers once with ten recovery codes.
 * That code is used up; sign-ins that are under way without a code begin anew. SIG-26, SIG-27, GAP-037, INV-14, INV-15
 */
export async function enableSecondFactor(context: Context, input: CodeInput): Promise<RecoveryCodes> {
  const { personId } = requirePerson(context.actor);
  await holdPerson(context, personId);
  const begun = await context.db.secondFactor.findUnique({
    where: { personId, state: "PENDING" },
    select: { secretSealed: true },
  });
  if (!begun) throw new DomainError("conflict", { reason: "secondFactorNotBegun" });
  const secret = unseal("authenticator secret", begun.secretSealed);
  const lastUsedStep = matchedStep({ secret, code: plainCode(input.code), now: context.now });
  if (lastUsedStep === null) throw refuseCode("wrong");
  await context.db.secondFactor.update({
    where: { personId },
    data: { state: "ON", enabledAt: context.now, lastUsedStep },
    select: { personId: true },
  });
  const recoveryCodes = await replaceRecoveryCodes(context, personId);
  await revokeTickets(context, personId);
  await note(context, { personId, action: "second-factor.enabled", change: "secondFactorOn" });
  return { recoveryCodes };
}

/**
 * Switches the second factor off with a code of the authenticator, or a recovery code for whoever lost it. A wrong code
 * counts like a wrong password, and a locked account is refused. SIG-30..33, GAP-033
 */
export async function disableSecondFactor(context: SteppingContext, input: CodeInput): Promise<undefined> {
  const { personId } = requirePerson(context.actor);
  await withCode(context, { personId, code: input.code }, async (open) => {
    await forgetSecondFactor(open, personId);
    await note(open, { personId, action: "second-factor.disabled", change: "secondFactorOff" });
  });
}

/** Replaces the recovery codes by ten new ones, which the answer holds and nothing else does. GAP-037 */
export async function makeRecoveryCodes(context: SteppingContext, input: CodeInput): Promise<RecoveryCodes> {
  const { personId } = requirePerson(context.actor);
  return withCode(context, { personId, code: input.code }, async (open) => {
    const recoveryCodes = await replaceRecoveryCodes(open, personId);
    await note(open, { personId, action: "second-factor.codes-replaced", change: "recoveryCodesMade" });
    return { recoveryCodes };
  });
}

/**
 * Switches the second factor of somebody off who lost the authenticator and the codes, and tells the person by mail. Where
 * there is none, nothing happens. GAP-037
 */
export async function resetSecondFactor(
  context: Context,
  input: { readonly personId: PersonId },
): Promise<undefined> {
  requireAccountAdministrator(context.actor);
  const { personId } = input;
  if ((await context.db.person.count({ where: { id: personId } })) === 0) throw new DomainError("not_found");
  await holdPerson(context, personId);
  if (!(await forgetSecondFactor(context, personId))) return;
  await note(context, { personId, action: "second-factor.reset", change: "secondFactorReset" });
}

type Claim = { readonly personId: PersonId; readonly code: string };

/** Claims an attempt, which stays when the code is wrong; a right one is used up together with the work. */
async function withCode<Result>(
  context: SteppingContext,
  claim: Claim,
  work: (open: Context) => Promise<Result>,
): Promise<Result> {
  const { personId } = claim;
  const isOn = await context.db.secondFactor.count({ where: { personId, state: "ON" } });
  if (isOn === 0) throw new DomainError("conflict", { reason: "secondFactorOff" });
  const settings = await getLockoutSettings(context);
  const attempt = await claimAttempt(context, { personId, settings });
  if (attempt.kind === "locked") throw lockedRefusal(attempt.until);
  const outcome = await context.step((open) => spendFor(open, { ...claim, attempt }, work));
  if (outcome instanceof DomainError) throw outcome;
  return outcome.result;
}

async function spendFor<Result>(
  context: Context,
  { personId, code, attempt }: Claim & { readonly attempt: Attempt },
  work: (open: Context) => Promise<Result>,
): Promise<{ readonly result: Result } | DomainError> {
  await holdPerson(context, personId);
  const spent = await spendCode(context, { personId, code });
  if (spent === "wrong" || spent === "usedBefore") {
    await recordAudit(context, {
      action: "second-factor.code-refused",
      targetType: "person",
      targetId: personId,
    });
    return refuseCode(spent);
  }
  await releaseAttempt(context, { personId, attempt });
  return { result: await work(context) };
}

async function forgetSecondFactor(context: Context, personId: PersonId): Promise<boolean> {
  const { count } = await context.db.secondFactor.deleteMany({ where: { personId } });
  await context.db.recoveryCode.deleteMany({ where: { personId } });
  await revokeTickets(context, personId);
  return count > 0;
}

async function note(
  context: Context,
  done: { readonly personId: PersonId; readonly action: string; readonly change: SecurityChange },
): Promise<void> {
  const { personId, action, change } = done;
  await recordAudit(context, { action, targetType: "person", targetId: personId });
  await announce(context, securityChanged, { personId, change, causeId: randomUUID() });
}
