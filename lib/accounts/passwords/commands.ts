import "server-only";
import { randomInt, randomUUID } from "node:crypto";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context, SteppingContext } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { hashPassword, verifyPassword } from "#lib/adapters/password-hash/argon2";
import { DomainError, invalidField } from "#lib/shared/errors";
import type { PersonId } from "#lib/shared/ids";
import { redeemToken } from "../action-tokens/commands.ts";
import { findToken } from "../action-tokens/queries.ts";
import { endSessions, holdPerson, revokeTickets } from "../commands.ts";
import { claimAttempt, releaseAttempt } from "../lockout/commands.ts";
import { lockedRefusal } from "../lockout/lock.ts";
import { getLockoutSettings } from "../lockout/queries.ts";
import { requireAccountAdministrator, requirePerson } from "../policy.ts";
import { type SecurityChange, securityChanged } from "../security-notices/facts.ts";
import { getAccountSettings } from "../settings/queries.ts";
import { continueSignIn } from "../sign-in/chain/commands.ts";
import { type SignInOutcome, ticketRefusal } from "../sign-in/next-step.ts";
import { bounded, weakPasswordRefusal } from "./password.ts";
import { requirePasswordChange } from "./policy.ts";
import type { ChangedPassword, FirstPassword } from "./schema.ts";

/**
 * Replaces a handed-out password, whatever the settings allow afterwards, and goes on with the sign-in. Refuses with
 * `not_found` when the ticket is used up, too old or unknown, and with `invalid_input` when the password is weak or the
 * handed-out one again; the ticket stays good then. SIG-09, GAP-020, GAP-025, GAP-041, INV-40
 * @open the ticket is the proof
 */
export async function chooseFirstPassword(
  context: SteppingContext,
  input: FirstPassword,
): Promise<SignInOutcome> {
  const { ticket, password } = input;
  const token = await findToken(context, { purpose: "SET_PASSWORD", secret: ticket });
  if (token?.state !== "open") throw ticketRefusal();
  const { personId } = token;
  const owner = await findOwner(context, personId);
  if (!owner) throw ticketRefusal();
  await refuseWeak(context, { field: "password", password, owner });
  if (await verifyPassword(owner.passwordHash, password)) throw invalidField("password", "samePassword");
  const passwordHash = await hashPassword(password);
  return context.step(async (open) => {
    if (!(await redeemToken(open, { purpose: "SET_PASSWORD", secret: ticket }))) throw ticketRefusal();
    await storePassword(open, { personId, passwordHash, mustChangePassword: false });
    await endSessions(open, { personId, reason: "passwordChanged" });
    await recordAudit(open, { action: "password.changed", targetType: "person", targetId: personId });
    return continueSignIn(open, personId);
  });
}

/**
 * Changes the actor's own password and ends all other sessions; the owner is told by mail. A wrong old password counts
 * like one at sign-in, and a locked account is refused. Refuses with `forbidden` where the administrator does not allow
 * it. SET-23, SET-27, INV-38, INV-39, GAP-033, GAP-039
 */
export async function changePassword(context: SteppingContext, input: ChangedPassword): Promise<undefined> {
  const actor = requirePerson(context.actor);
  const { personId } = actor;
  requirePasswordChange(await getAccountSettings(context));
  const owner = await findOwner(context, personId);
  if (!owner) throw new DomainError("not_signed_in");
  await refuseWeak(context, { field: "newPassword", password: input.newPassword, owner });
  await requireOldPassword(context, { personId, passwordHash: owner.passwordHash, typed: input.oldPassword });
  if (input.newPassword === input.oldPassword) throw invalidField("newPassword", "samePassword");
  const passwordHash = await hashPassword(input.newPassword);
  await context.step(async (open) => {
    await storePassword(open, { personId, passwordHash, mustChangePassword: false });
    await endSessions(open, { personId, except: actor.sessionId, reason: "passwordChanged" });
    await recordAudit(open, { action: "password.changed", targetType: "person", targetId: personId });
    await tellOwner(open, { personId, change: "passwordChanged" });
  });
}

/**
 * Gives a person a temporary password, to be replaced at the next sign-in, and ends the sessions. Answers with the
 * password: it is shown once and not kept. Whoever had one before is told by mail. ADM-04, GAP-039, GAP-061
 */
export async function giveTemporaryPassword(
  context: Context,
  input: { readonly personId: PersonId },
): Promise<string> {
  requireAccountAdministrator(context.actor);
  const { personId } = input;
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);
  const before = await findOwner(context, personId);
  await storePassword(context, { personId, passwordHash, mustChangePassword: true });
  await endSessions(context, { personId, reason: "passwordReset" });
  await recordAudit(context, { action: "password.reset", targetType: "person", targetId: personId });
  if (before?.passwordHash) await tellOwner(context, { personId, change: "passwordHandedOut" });
  return password;
}

/**
 * Makes the hash the person's password. Sign-ins that are under way with the earlier one, and links to choose one, lead
 * nowhere any more.
 * @open the commands that call it decided
 */
export async function storePassword(
  context: Context,
  input: { readonly personId: PersonId; readonly passwordHash: string; readonly mustChangePassword: boolean },
): Promise<void> {
  const { personId, ...data } = input;
  await holdPerson(context, personId);
  const { count } = await context.db.person.updateMany({ where: { id: personId }, data });
  if (count === 0) throw new DomainError("not_found");
  await revokeTickets(context, personId);
  await context.db.actionToken.updateMany({
    where: { personId, purpose: { in: ["RESET_PASSWORD", "FIRST_PASSWORD"] }, usedAt: null, revokedAt: null },
    data: { revokedAt: context.now },
  });
}

/**
 * Refuses with `invalid_input` a password that is too short for this portal, or the owner's name or address. GAP-025
 * @open reads a rule
 */
export async function refuseWeak(
  context: Pick<Context, "db">,
  chosen: {
    readonly field: string;
    readonly password: string;
    readonly owner: { readonly username: string; readonly email: string };
  },
): Promise<void> {
  const { minPasswordLength } = await getAccountSettings(context);
  const refusal = weakPasswordRefusal({ ...chosen, minLength: minPasswordLength });
  if (refusal) throw refusal;
}

/**
 * Asks for the actor's password once more. A wrong one is refused at `oldPassword` and counts like one at sign-in; a locked
 * account is refused. INV-39, GAP-033
 * @open the password is the proof
 */
export async function requireOldPassword(
  context: SteppingContext,
  claim: { readonly personId: PersonId; readonly passwordHash: string | null; readonly typed: string },
): Promise<void> {
  const { personId } = claim;
  const settings = await getLockoutSettings(context);
  const attempt = await claimAttempt(context, { personId, settings });
  if (attempt.kind === "locked") throw lockedRefusal(attempt.until);
  if (await verifyPassword(claim.passwordHash, bounded(claim.typed))) {
    return releaseAttempt(context, { personId, attempt });
  }
  await context.step((open) =>
    recordAudit(open, { action: "password.change-refused", targetType: "person", targetId: personId }),
  );
  throw invalidField("oldPassword", "wrongOldPassword");
}

function findOwner(context: Pick<Context, "db">, personId: PersonId) {
  return context.db.person.findUnique({
    where: { id: personId },
    select: { username: true, email: true, passwordHash: true },
  });
}

async function tellOwner(
  context: Context,
  told: { readonly personId: PersonId; readonly change: SecurityChange },
): Promise<void> {
  await announce(context, securityChanged, { ...told, causeId: randomUUID() });
}

/** Letters and digits that are not taken for one another, in four groups, to be read aloud or typed from paper: 79 bits. */
function temporaryPassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join("");
  return [group(), group(), group(), group()].join("-");
}
