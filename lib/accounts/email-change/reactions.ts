import "server-only";
import type { z } from "zod";
import { configuration } from "#lib/adapters/configuration";
import type { Context } from "#lib/adapters/database/context";
import { queueMail } from "#lib/mail/commands";
import { listQueuedKeys } from "#lib/mail/queries";
import { isLocale, type Locale } from "#lib/shared/context";
import type { PersonId } from "#lib/shared/ids";
import { displayNameOf, normalized } from "#lib/shared/text";
import { issueToken } from "../action-tokens/commands.ts";
import type { emailChanged, emailChangeRequested } from "../facts.ts";
import {
  type EmailReader,
  emailAskedMail,
  emailChangedMail,
  emailLinkMail,
  emailTakenMail,
} from "./mails.ts";
import { findPendingEmail } from "./queries.ts";

/**
 * Sends the link to the new address and, the first time, a notice to the one before. Where somebody has the new address,
 * that account gets a notice instead of the link. Nothing goes out when the change was cancelled or replaced. GAP-077
 */
export async function mailEmailChange(
  context: Context,
  asked: z.infer<typeof emailChangeRequested.payload>,
): Promise<void> {
  const { personId, email, isAgain } = asked;
  // A change that is cancelled or confirmed at this moment comes before or after, not between.
  await context.db.$executeRaw`SELECT 1 FROM "Person" WHERE "id" = ${personId}::uuid FOR NO KEY UPDATE`;
  const pending = await findPendingEmail(context, { personId });
  if (pending?.email !== email) return;
  const person = await findReader(context, { id: personId });
  if (!person) return;
  if (!isAgain) await sendNotice(context, person, asked);
  const owner = await findReader(context, { emailNorm: normalized(email) });
  if (owner) await sendTakenNotice(context, owner, asked);
  else await sendLink(context, person, asked);
}

/** Tells the address that was the account's own until now. GAP-077 */
export async function mailEmailChanged(
  context: Context,
  { personId, from, to, causeId }: z.infer<typeof emailChanged.payload>,
): Promise<void> {
  const person = await findReader(context, { id: personId });
  if (!person) return;
  await queueMail(context, {
    dedupeKey: `email-changed:${personId}:${causeId}`,
    kind: "account.email-changed",
    to: { name: person.name, address: from },
    locale: person.locale,
    ...emailChangedMail({ ...person, address: from }, { email: to }),
  });
}

type Reader = EmailReader & { readonly name: string };
type Asked = { readonly personId: PersonId; readonly email: string; readonly causeId: string };

async function sendLink(context: Context, person: Reader, asked: Asked): Promise<void> {
  const { personId, email, causeId } = asked;
  const dedupeKey = `email-change:${personId}:${causeId}`;
  // A repeated job would replace the link of the mail that is on its way.
  if ((await listQueuedKeys(context, { dedupeKeys: [dedupeKey] })).size > 0) return;
  const secret = await issueToken(context, { purpose: "CHANGE_EMAIL", personId, email });
  await queueMail(context, {
    dedupeKey,
    kind: "account.email-link",
    to: { name: person.name, address: email },
    locale: person.locale,
    ...emailLinkMail({ ...person, address: email }, { secret, origin: configuration().origin }),
  });
}

async function sendNotice(context: Context, person: Reader, asked: Asked): Promise<void> {
  await queueMail(context, {
    dedupeKey: `email-change-notice:${asked.personId}:${asked.causeId}`,
    kind: "account.email-asked",
    to: { name: person.name, address: person.address },
    locale: person.locale,
    ...emailAskedMail(person, { email: asked.email, origin: configuration().origin }),
  });
}

async function sendTakenNotice(context: Context, owner: Reader, asked: Asked): Promise<void> {
  await queueMail(context, {
    dedupeKey: `email-change-taken:${asked.personId}:${asked.causeId}`,
    kind: "account.email-taken",
    to: { name: owner.name, address: owner.address },
    locale: owner.locale,
    ...emailTakenMail(owner, { origin: configuration().origin }),
  });
}

async function findReader(
  context: Context,
  where: { readonly id: PersonId } | { readonly emailNorm: string },
): Promise<(Reader & { readonly locale: Locale }) | null> {
  const person = await context.db.person.findUnique({
    where,
    select: { username: true, email: true, locale: true, firstName: true, lastName: true, displayName: true },
  });
  if (!person) return null;
  const { username, email, locale } = person;
  return {
    username,
    address: email,
    name: displayNameOf(person),
    locale: isLocale(locale) ? locale : context.locale,
  };
}
