import "server-only";
import type { z } from "zod";
import { configuration } from "#lib/adapters/configuration";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { queueMail } from "#lib/mail/commands";
import { listQueuedKeys } from "#lib/mail/queries";
import { isLocale } from "#lib/shared/context";
import { PersonId } from "#lib/shared/ids";
import { issueToken } from "../action-tokens/commands.ts";
import { activationRequested } from "../registration/facts.ts";
import type { passwordResetRequested } from "./facts.ts";
import { passwordResetMail } from "./mails.ts";

/**
 * Sends the link with which a forgotten password is replaced, once; earlier links open nothing any more. Whoever has not
 * confirmed the address gets the activation mail instead, who is closed out gets none. GAP-029
 */
export async function mailPasswordReset(
  context: Context,
  { name, causeId }: z.infer<typeof passwordResetRequested.payload>,
): Promise<void> {
  const person = await context.db.person.findUnique({
    where: name.includes("@") ? { emailNorm: name } : { username: name },
    select: { id: true, username: true, email: true, emailNorm: true, state: true, locale: true },
  });
  if (!person || person.state === "DISABLED") return;
  if (person.state === "WAITING_EMAIL") {
    return announce(context, activationRequested, { emailNorm: person.emailNorm, causeId });
  }
  const { username, email } = person;
  const personId = PersonId.parse(person.id);
  const dedupeKey = `password-reset:${causeId}`;
  // A repeated job would replace the link of the mail that is on its way.
  if ((await listQueuedKeys(context, { dedupeKeys: [dedupeKey] })).size > 0) return;
  const secret = await issueToken(context, { purpose: "RESET_PASSWORD", personId, email });
  const locale = isLocale(person.locale) ? person.locale : context.locale;
  await queueMail(context, {
    dedupeKey,
    kind: "account.password-reset",
    to: { address: email },
    locale,
    ...passwordResetMail({ locale, username, email }, { secret, origin: configuration().origin }),
  });
  await recordAudit(context, {
    action: "password.reset-requested",
    targetType: "person",
    targetId: personId,
  });
}
