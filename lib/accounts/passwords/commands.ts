import "server-only";
import { createHash, randomBytes, randomInt } from "node:crypto";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context, SteppingContext } from "#lib/adapters/database/context";
import { hashPassword, verifyPassword } from "#lib/adapters/password-hash/argon2";
import { DomainError, invalidField } from "#lib/shared/errors";
import { PersonId } from "#lib/shared/ids";
import { addMinutes } from "#lib/shared/time";
import { completeSignIn, endSessions } from "../commands.ts";
import { claimAttempt, releaseAttempt } from "../lockout/commands.ts";
import { lockedRefusal } from "../lockout/lock.ts";
import { getLockoutSettings } from "../lockout/queries.ts";
import { requireAccountAdministrator, requirePerson } from "../policy.ts";
import { bounded, type Owner, passwordWeakness } from "./password.ts";
import type { ChangedPassword, FirstPassword } from "./schema.ts";

/** How long somebody may take to replace a handed-out password. */
const ticketLifetimeMinutes = 15;

/**
 * Makes the one-time ticket with which a handed-out password is replaced. GAP-020, INV-40
 * @open called after the handed-out password was right
 */
export async function issuePasswordTicket(context: Context, personId: PersonId): Promise<string> {
  const ticket = randomBytes(32).toString("base64url");
  await context.db.actionToken.create({
    data: {
      purpose: "SET_PASSWORD",
      tokenHash: hashOf(ticket),
      personId,
      createdAt: context.now,
      expiresAt: addMinutes(context.now, ticketLifetimeMinutes),
    },
    select: { id: true },
  });
  return ticket;
}

/**
 * Replaces a handed-out password and signs in. Refuses with `not_found` when the ticket is used up, too old or unknown,
 * and with `invalid_input` when the password is weak or the handed-out one again; the ticket stays good then. SIG-09,
 * GAP-020, GAP-025, INV-40
 * @open the ticket is the proof
 */
export async function chooseFirstPassword(
  context: SteppingContext,
  input: FirstPassword,
): Promise<{ kind: "signedIn"; ticket: string }> {
  const holder = await findTicketHolder(context, input.ticket);
  requireStrong("password", input.password, holder);
  if (await verifyPassword(holder.passwordHash, input.password))
    throw invalidField("password", "samePassword");
  const passwordHash = await hashPassword(input.password);
  return context.step(async (open) => {
    await useTicket(open, input.ticket);
    await storePassword(open, { personId: holder.id, passwordHash, mustChangePassword: false });
    await endSessions(open, { personId: holder.id, reason: "passwordChanged" });
    await recordAudit(open, { action: "password.changed", targetType: "person", targetId: holder.id });
    return { kind: "signedIn", ...(await completeSignIn(open, holder.id)) };
  });
}

/**
 * Changes the actor's own password and ends all other sessions. A wrong old password counts like one at sign-in, and a
 * locked account is refused. INV-39, GAP-033, GAP-039
 */
export async function changePassword(context: SteppingContext, input: ChangedPassword): Promise<undefined> {
  const actor = requirePerson(context.actor);
  const { personId } = actor;
  const owner = await context.db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { username: true, email: true, passwordHash: true },
  });
  requireStrong("newPassword", input.newPassword, owner);
  await requireOldPassword(context, { personId, passwordHash: owner.passwordHash, typed: input.oldPassword });
  if (input.newPassword === input.oldPassword) throw invalidField("newPassword", "samePassword");
  const passwordHash = await hashPassword(input.newPassword);
  await context.step(async (open) => {
    await storePassword(open, { personId, passwordHash, mustChangePassword: false });
    await endSessions(open, { personId, except: actor.sessionId, reason: "passwordChanged" });
    await recordAudit(open, { action: "password.changed", targetType: "person", targetId: personId });
  });
}

/**
 * Gives a person a temporary password, to be replaced at the next sign-in, and ends the sessions. Answers with the
 * password: it is shown once and not kept. ADM-04, GAP-039, GAP-061
 */
export async function giveTemporaryPassword(
  context: Context,
  input: { readonly personId: PersonId },
): Promise<string> {
  requireAccountAdministrator(context.actor);
  const { personId } = input;
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);
  await storePassword(context, { personId, passwordHash, mustChangePassword: true });
  await endSessions(context, { personId, reason: "passwordReset" });
  await recordAudit(context, { action: "password.reset", targetType: "person", targetId: personId });
  return password;
}

async function requireOldPassword(
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

type Holder = Owner & { readonly id: PersonId; readonly passwordHash: string | null };

async function findTicketHolder(context: SteppingContext, ticket: string): Promise<Holder> {
  const token = await context.db.actionToken.findFirst({
    where: openTicket(context, ticket),
    select: { person: { select: { id: true, username: true, email: true, passwordHash: true } } },
  });
  if (!token?.person) throw new DomainError("not_found", { reason: "ticketNotGood" });
  return { ...token.person, id: PersonId.parse(token.person.id) };
}

async function useTicket(context: Context, ticket: string): Promise<void> {
  const { count } = await context.db.actionToken.updateMany({
    where: openTicket(context, ticket),
    data: { usedAt: context.now },
  });
  if (count === 0) throw new DomainError("not_found", { reason: "ticketNotGood" });
}

function openTicket(context: Pick<Context, "now">, ticket: string) {
  return {
    purpose: "SET_PASSWORD" as const,
    tokenHash: hashOf(ticket),
    usedAt: null,
    expiresAt: { gt: context.now },
    person: { is: { state: "ACTIVE" as const, mustChangePassword: true } },
  };
}

async function storePassword(
  context: Context,
  input: { readonly personId: PersonId; readonly passwordHash: string; readonly mustChangePassword: boolean },
): Promise<void> {
  const { personId, ...data } = input;
  const { count } = await context.db.person.updateMany({ where: { id: personId }, data });
  if (count === 0) throw new DomainError("not_found");
  await context.db.actionToken.updateMany({
    where: { personId, purpose: "SET_PASSWORD", usedAt: null },
    data: { usedAt: context.now },
  });
}

function requireStrong(field: string, password: string, owner: Owner): void {
  const weakness = passwordWeakness(password, owner);
  if (weakness) throw invalidField(field, weakness);
}

/** Letters and digits that are not taken for one another, in four groups, to be read aloud or typed from paper: 79 bits. */
function temporaryPassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join("");
  return [group(), group(), group(), group()].join("-");
}

function hashOf(ticket: string): string {
  return createHash("sha256").update(ticket).digest("hex");
}
