import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context, SteppingContext } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { hashPassword } from "#lib/adapters/password-hash/argon2";
import { DomainError, invalidField } from "#lib/shared/errors";
import { PersonId } from "#lib/shared/ids";
import { normalized } from "#lib/shared/text";
import { redeemToken, type TokenHolder } from "../action-tokens/commands.ts";
import { findToken } from "../action-tokens/queries.ts";
import { passwordWeakness } from "../passwords/password.ts";
import { getAccountSettings } from "../settings/queries.ts";
import { usernameFrom } from "../username.ts";
import { accountRegistered, activationRequested, registrationRepeated } from "./facts.ts";
import { neverActivated } from "./never-activated.ts";
import { requireRegistration } from "./policy.ts";
import { findFreeUsername } from "./queries.ts";
import type { ActivationInput, ActivationResend, ActivationView, RegistrationInput } from "./schema.ts";

/** How an account is registered. */
export type RegistrationWay = {
  /** The link of a contact request or of an invitation led here. GAP-030 */
  readonly isInvited: boolean;
  /** What is written together with a new account, in its transaction; not called when the address has one. ACC-25 */
  readonly alongside?: (open: Context, personId: PersonId) => Promise<void>;
};

/**
 * Makes an account that waits for its activation link to be opened, with a user name that nobody has. An address in use
 * gets no second account and nothing else: the same steps run, the password is hashed, the answer is the same, and its
 * owner is mailed instead. Refuses with `forbidden` when registration is closed and with `invalid_input` at `password`
 * when it is short or one's own name. ACC-05, ACC-08, ACC-09, GAP-023..025, GAP-030, INV-10, INV-43
 */
export async function register(
  context: SteppingContext,
  input: RegistrationInput,
  way: RegistrationWay = { isInvited: false },
): Promise<undefined> {
  const settings = await getAccountSettings(context);
  requireRegistration({ mode: settings.registrationMode, isInvited: way.isInvited });
  const proposed = await findFreeUsername(context, input);
  requireGoodPassword(input, { minLength: settings.minPasswordLength, username: proposed.username });
  const passwordHash = await hashPassword(input.password);
  await context.step(async (open) => {
    const personId = await insertAccount(open, { ...input, passwordHash });
    if (!personId) return noteRepetition(open, normalized(input.email));
    await way.alongside?.(open, personId);
    await recordAudit(open, { action: "account.registered", targetType: "person", targetId: personId });
    await announce(open, accountRegistered, { personId });
  });
}

/** Registers an individual account. ACC-01..09 */
export async function registerAccount(
  context: SteppingContext,
  input: RegistrationInput,
): Promise<undefined> {
  await register(context, input);
}

function requireGoodPassword(
  { password, email }: RegistrationInput,
  { minLength, username }: { readonly minLength: number; readonly username: string },
): void {
  if (password.length < minLength) {
    throw new DomainError("invalid_input", {
      fields: [{ field: "password", reason: "tooShort", values: { min: minLength } }],
    });
  }
  const weakness = passwordWeakness(password, { username, email });
  if (weakness) throw invalidField("password", weakness);
}

/** Null when the address has an account. Of parallel registrations of one name each finds one of its own. */
async function insertAccount(
  context: Context,
  account: RegistrationInput & { readonly passwordHash: string },
): Promise<PersonId | null> {
  const { firstName, lastName, email, passwordHash, timeZone, locale } = account;
  const emailNorm = normalized(email);
  // One at a time for each name, so that many of one name do not all try the same number again and again.
  await context.db
    .$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`user name ${usernameFrom(firstName, lastName)}`}))`;
  while ((await context.db.person.count({ where: { emailNorm } })) === 0) {
    const { username } = await findFreeUsername(context, account);
    const [row] = await context.db.person.createManyAndReturn({
      data: {
        ...{ firstName, lastName, email, emailNorm, username, passwordHash, timeZone },
        locale: locale ?? null,
        state: "WAITING_EMAIL",
        createdAt: context.now,
      },
      // Waits for whoever is about to take the name or the address, and then inserts nothing.
      skipDuplicates: true,
      select: { id: true },
    });
    if (row) return PersonId.parse(row.id);
  }
  return null;
}

async function noteRepetition(context: Context, emailNorm: string): Promise<void> {
  const { id } = await context.db.person.findUniqueOrThrow({ where: { emailNorm }, select: { id: true } });
  const personId = PersonId.parse(id);
  await recordAudit(context, { action: "registration.repeated", targetType: "person", targetId: personId });
  await announce(context, registrationRepeated, { personId, causeId: randomUUID() });
}

/**
 * Opens an activation link: the address is confirmed, and the terms are next. Signs nobody in and leaves whoever is signed
 * in alone; opening it again changes nothing. Refuses with `not_found` when there never was such a link. ACC-16, ACC-17,
 * GAP-002, GAP-026, INV-40
 * @open the secret is the proof
 */
export async function activateAccount(context: Context, input: ActivationInput): Promise<ActivationView> {
  const holder = await redeemToken(context, { purpose: "ACTIVATE", secret: input.secret });
  const personId = holder?.personId ?? (await getLinkOwner(context, input.secret));
  const { actor } = context;
  return {
    state: holder && (await confirm(context, holder)) ? "activated" : await stateOf(context, personId),
    isOtherSignedIn: actor.kind === "person" && actor.personId !== personId,
  };
}

/**
 * Asks for a new activation mail with the secret of an old one. Refuses with `not_found` when there never was such a link.
 * GAP-026, GAP-027
 * @open the secret is the proof
 */
export async function renewActivation(context: Context, input: ActivationInput): Promise<undefined> {
  const personId = await getLinkOwner(context, input.secret);
  const { emailNorm } = await context.db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { emailNorm: true },
  });
  await announce(context, activationRequested, { emailNorm, causeId: randomUUID() });
}

/**
 * Asks for the activation mail of an address once more. Does the same for every address, so that none can be probed.
 * GAP-024, GAP-027
 * @open whoever lost the mail is not signed in
 */
export async function resendActivation(context: Context, input: ActivationResend): Promise<undefined> {
  await announce(context, activationRequested, {
    emailNorm: normalized(input.email),
    causeId: randomUUID(),
  });
}

/**
 * Deletes the accounts whose link nobody opened within a month, so that nobody's address or name stays blocked. INV-10
 * @open the clock asks; no account that was ever open is touched
 */
export async function forgetUnactivated(context: Context): Promise<void> {
  const people = await context.db.person.findMany({
    where: neverActivated(context.now),
    select: { id: true },
  });
  for (const { id } of people) {
    await recordAudit(context, { action: "account.forgotten", targetType: "person", targetId: id });
  }
  await context.db.person.deleteMany({ where: { id: { in: people.map(({ id }) => id) } } });
}

async function confirm(context: Context, { personId, email }: TokenHolder): Promise<boolean> {
  const { count } = await context.db.person.updateMany({
    where: { id: personId, state: "WAITING_EMAIL", email: email ?? undefined },
    data: { state: "WAITING_TERMS", emailVerifiedAt: context.now },
  });
  if (count === 0) return false;
  await recordAudit(context, { action: "account.confirmed", targetType: "person", targetId: personId });
  return true;
}

async function getLinkOwner(context: Context, secret: string): Promise<PersonId> {
  const token = await findToken(context, { purpose: "ACTIVATE", secret });
  if (!token) throw new DomainError("not_found", { reason: "activationLinkUnknown" });
  return token.personId;
}

/** A link that does nothing any more is too old as long as the account waits for one. */
async function stateOf(context: Context, personId: PersonId): Promise<"alreadyActive" | "expired"> {
  const waiting = await context.db.person.count({ where: { id: personId, state: "WAITING_EMAIL" } });
  return waiting > 0 ? "expired" : "alreadyActive";
}
