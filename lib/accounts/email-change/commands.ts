import "server-only";
import { recordAudit } from "#lib/adapters/database/audit";
import { isUniqueViolation } from "#lib/adapters/database/client";
import type { Context, SteppingContext } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { DomainError, invalidField } from "#lib/shared/errors";
import type { PersonId } from "#lib/shared/ids";
import { normalized } from "#lib/shared/text";
import { addMinutes } from "#lib/shared/time";
import { issueToken, redeemToken, revokeTokens } from "../action-tokens/commands.ts";
import { lifetimeMinutes } from "../action-tokens/purposes.ts";
import { findToken } from "../action-tokens/queries.ts";
import { emailChanged, emailChangeRequested, profileChanged } from "../facts.ts";
import { requireOldPassword } from "../passwords/commands.ts";
import { requirePerson } from "../policy.ts";
import { getAccountSettings } from "../settings/queries.ts";
import { requireChangeableEmail } from "./policy.ts";
import { findPendingEmail } from "./queries.ts";
import type { ConfirmedEmail, NewEmail, PendingEmail } from "./schema.ts";

const purpose = "CHANGE_EMAIL";

/**
 * Lets a new address wait for its link; the one before goes on until then. The answer is the same whether somebody has the
 * address or not. A wrong old password counts like one at sign-in. SET-24, SET-25, GAP-077, INV-39
 */
export async function requestEmailChange(context: SteppingContext, input: NewEmail): Promise<PendingEmail> {
  const { personId } = requirePerson(context.actor);
  requireChangeableEmail(await getAccountSettings(context));
  const owner = await context.db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { emailNorm: true, passwordHash: true },
  });
  const { email, oldPassword } = input;
  if (normalized(email) === owner.emailNorm) throw invalidField("email", "sameEmail");
  await requireOldPassword(context, { personId, passwordHash: owner.passwordHash, typed: oldPassword });
  return context.step(async (open) => {
    // A link that nobody gets: it stands for the change until the mail with the true one is written, and replaces it.
    await issueToken(open, { purpose, personId, email });
    await announce(open, emailChangeRequested, {
      personId,
      email,
      causeId: open.requestId,
      isAgain: false,
    });
    await recordAudit(open, { action: "email.change-requested", targetType: "person", targetId: personId });
    return { email, expiresAt: addMinutes(open.now, lifetimeMinutes[purpose]).toISOString() };
  });
}

/** Sends the link to the new address once more; the earlier one opens nothing any more. Refuses with `not_found` when nothing waits. */
export async function resendEmailChange(context: Context): Promise<undefined> {
  const { personId } = requirePerson(context.actor);
  requireChangeableEmail(await getAccountSettings(context));
  const pending = await findPendingEmail(context, { personId });
  if (!pending) throw new DomainError("not_found", { reason: "noEmailChange" });
  const { email } = pending;
  await announce(context, emailChangeRequested, {
    personId,
    email,
    causeId: context.requestId,
    isAgain: true,
  });
}

/** Keeps the address; the link that was sent opens nothing any more. Without a change it does nothing. */
export async function cancelEmailChange(context: Context): Promise<undefined> {
  const { personId } = requirePerson(context.actor);
  if (!(await findPendingEmail(context, { personId }))) return;
  await revokeTokens(context, { purpose, personId });
  await recordAudit(context, { action: "email.change-cancelled", targetType: "person", targetId: personId });
}

/**
 * Makes the new address the account's own. Refuses with `not_found` when the link is used, replaced or too old, and with
 * `conflict` when somebody else got the address meanwhile; nothing changes then. GAP-077, INV-10
 * @open the link is the proof
 */
export async function confirmEmailChange(
  context: Context,
  input: { readonly secret: string },
): Promise<ConfirmedEmail> {
  requireChangeableEmail(await getAccountSettings(context));
  const person = await lockHolder(context, input.secret);
  const holder = await redeemToken(context, { purpose, secret: input.secret });
  if (!person || !holder?.email) throw new DomainError("not_found", { reason: "emailLinkNotGood" });
  const { personId, email } = holder;
  await storeEmail(context, { personId, email });
  // Links to the address before are no proof of this account any more.
  await revokeTokens(context, { purpose: "RESET_PASSWORD", personId });
  await revokeTokens(context, { purpose: "FIRST_PASSWORD", personId });
  await announce(context, emailChanged, {
    personId,
    from: person.email,
    to: email,
    causeId: context.requestId,
  });
  await announce(context, profileChanged, { personId });
  await recordAudit(context, {
    action: "email.changed",
    targetType: "person",
    targetId: personId,
    details: { from: person.email, to: email },
  });
  return { email };
}

/** The active person whom the link is for. Whoever is about to replace the link waits, or has done so already. */
async function lockHolder(context: Context, secret: string): Promise<{ readonly email: string } | undefined> {
  const found = await findToken(context, { purpose, secret });
  if (!found) return undefined;
  const [person] = await context.db.$queryRaw<{ email: string }[]>`
    SELECT "email" FROM "Person" WHERE "id" = ${found.personId}::uuid AND "state" = 'ACTIVE' FOR NO KEY UPDATE`;
  return person;
}

async function storeEmail(
  context: Context,
  input: { readonly personId: PersonId; readonly email: string },
): Promise<void> {
  const { personId, email } = input;
  try {
    await context.db.person.update({
      where: { id: personId },
      data: { email, emailNorm: normalized(email), emailVerifiedAt: context.now },
      select: { id: true },
    });
  } catch (cause) {
    if (isUniqueViolation(cause))
      throw new DomainError("conflict", { reason: "emailTakenMeanwhile" }, { cause });
    throw cause;
  }
}
