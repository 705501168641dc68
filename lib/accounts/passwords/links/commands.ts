import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context, SteppingContext } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { hashPassword } from "#lib/adapters/password-hash/argon2";
import { DomainError } from "#lib/shared/errors";
import type { PersonId } from "#lib/shared/ids";
import { normalized } from "#lib/shared/text";
import { redeemToken, type TokenHolder } from "../../action-tokens/commands.ts";
import { findToken } from "../../action-tokens/queries.ts";
import { endSessions, holdPerson } from "../../commands.ts";
import { confirmAddress } from "../../people/commands.ts";
import { securityChanged } from "../../security-notices/facts.ts";
import { getAccountSettings } from "../../settings/queries.ts";
import { refuseWeak, storePassword } from "../commands.ts";
import { passwordResetRequested } from "../facts.ts";
import { requirePasswordChange } from "../policy.ts";
import type { LinkedPassword, PasswordResetWish } from "../schema.ts";
import { linkPurpose } from "./link.ts";

/**
 * Asks for the mail with which a forgotten password is replaced. Nobody is looked up here: the answer and the work are the
 * same for every name. Refuses with `forbidden`, again for every name, where the administrator does not let people change
 * passwords. GAP-029, SET-23
 */
export async function requestPasswordReset(context: Context, input: PasswordResetWish): Promise<undefined> {
  requirePasswordChange(await getAccountSettings(context));
  await announce(context, passwordResetRequested, { name: normalized(input.name), causeId: randomUUID() });
}

/**
 * Chooses a password by the link of a mail. All sessions and all sign-ins under way end; a lockout stays, and the next
 * sign-in asks for second factor and terms as always. The first password of a new user also confirms the address that the
 * mail went to. Refuses with `not_found` when the link opens nothing, with `invalid_input` when the password is weak; the
 * link stays good then. GAP-025, GAP-029, GAP-039, GAP-061, INV-40
 */
export async function choosePasswordByLink(
  context: SteppingContext,
  input: LinkedPassword,
): Promise<undefined> {
  const { kind, secret, password } = input;
  if (kind === "reset") requirePasswordChange(await getAccountSettings(context));
  const purpose = linkPurpose(kind);
  const token = await findToken(context, { purpose, secret });
  if (token?.state !== "open") throw linkRefusal();
  const owner = await context.db.person.findUnique({
    where: { id: token.personId },
    select: { username: true, email: true },
  });
  if (!owner) throw linkRefusal();
  await refuseWeak(context, { field: "password", password, owner });
  const passwordHash = await hashPassword(password);
  await context.step(async (open) => {
    await holdPerson(open, token.personId);
    const holder = await redeemToken(open, { purpose, secret });
    if (!holder) throw linkRefusal();
    await replacePassword(open, { holder, kind, passwordHash });
  });
}

async function replacePassword(
  context: Context,
  input: {
    readonly holder: TokenHolder;
    readonly kind: LinkedPassword["kind"];
    readonly passwordHash: string;
  },
): Promise<void> {
  const { holder, kind, passwordHash } = input;
  const { personId } = holder;
  const open = await context.db.person.count({ where: { id: personId, state: { not: "DISABLED" } } });
  if (open === 0) throw linkRefusal();
  await storePassword(context, { personId, passwordHash, mustChangePassword: false });
  await endSessions(context, { personId, reason: "passwordReset" });
  await recordAudit(context, {
    action: kind === "reset" ? "password.reset-by-link" : "password.first-chosen",
    targetType: "person",
    targetId: personId,
  });
  if (kind === "first") await confirmOwner(context, holder);
  else await announce(context, securityChanged, { personId, change: "passwordReset", causeId: randomUUID() });
}

/** The mail reached its reader, so the address is right, unless the account has another one by now. */
async function confirmOwner(
  context: Context,
  { personId, email }: { readonly personId: PersonId; readonly email: string | null },
): Promise<void> {
  if (email === null) return;
  const emailNorm = normalized(email);
  await confirmAddress(context, { personId, emailNorm });
  await context.db.person.updateMany({
    where: { id: personId, emailNorm, state: "WAITING_EMAIL" },
    data: { state: "WAITING_TERMS" },
  });
}

function linkRefusal(): DomainError {
  return new DomainError("not_found", { reason: "passwordLinkClosed" });
}
