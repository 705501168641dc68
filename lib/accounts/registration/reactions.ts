import "server-only";
import type { z } from "zod";
import { configuration } from "#lib/adapters/configuration";
import type { Context } from "#lib/adapters/database/context";
import { queueMail } from "#lib/mail/commands";
import { listQueuedKeys } from "#lib/mail/queries";
import { isLocale, type Locale } from "#lib/shared/context";
import { PersonId } from "#lib/shared/ids";
import { addMinutes } from "#lib/shared/time";
import { issueToken } from "../action-tokens/commands.ts";
import type { accountRegistered, activationRequested, registrationRepeated } from "./facts.ts";
import { accountExistsMail, activationMail } from "./mails.ts";

/** Nobody gets more mails than this because others type the address again. GAP-024 */
const quietMinutesAfterRepetition = 60;

/** Asking twice in a row is one wish. GAP-027 */
const quietMinutesAfterRequest = 1;

type Addressee = {
  readonly personId: PersonId;
  readonly isWaiting: boolean;
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string;
  readonly email: string;
  readonly locale: Locale;
};

/** Sends the activation mail of a new account, once. ACC-13 */
export async function mailActivation(
  context: Context,
  { personId }: z.infer<typeof accountRegistered.payload>,
): Promise<void> {
  const addressee = await takeAddressee(context, { id: personId });
  if (!addressee?.isWaiting || (await latestLinkAt(context, personId))) return;
  await sendLink(context, addressee, { causeId: "registration" });
}

/** Tells the owner of an address that it was registered again; who has not activated gets a new link. GAP-024 */
export async function mailOwner(
  context: Context,
  { personId, causeId }: z.infer<typeof registrationRepeated.payload>,
): Promise<void> {
  const addressee = await takeAddressee(context, { id: personId });
  if (!addressee) return;
  if (addressee.isWaiting) {
    await sendLinkAgain(context, addressee, { causeId, quietMinutes: quietMinutesAfterRepetition });
  } else {
    await sendReminder(context, addressee);
  }
}

/** Sends a new activation link if an account waits for one; the earlier link opens nothing any more. GAP-026, GAP-027 */
export async function mailActivationAgain(
  context: Context,
  { emailNorm, causeId }: z.infer<typeof activationRequested.payload>,
): Promise<void> {
  const addressee = await takeAddressee(context, { emailNorm });
  if (!addressee?.isWaiting) return;
  await sendLinkAgain(context, addressee, { causeId, quietMinutes: quietMinutesAfterRequest });
}

async function sendLinkAgain(
  context: Context,
  addressee: Addressee,
  again: { readonly causeId: string; readonly quietMinutes: number },
): Promise<void> {
  const latest = await latestLinkAt(context, addressee.personId);
  if (latest && latest > addMinutes(context.now, -again.quietMinutes)) return;
  await sendLink(context, addressee, again);
}

async function sendLink(
  context: Context,
  addressee: Addressee,
  { causeId }: { readonly causeId: string },
): Promise<void> {
  const { personId, email } = addressee;
  const dedupeKey = `activation:${personId}:${causeId}`;
  // A repeated job would replace the link of the mail that is on its way.
  if ((await listQueuedKeys(context, { dedupeKeys: [dedupeKey] })).size > 0) return;
  const secret = await issueToken(context, { purpose: "ACTIVATE", personId, email });
  const { origin } = configuration();
  await queueMail(context, {
    dedupeKey,
    kind: "account.activation",
    to: addressOf(addressee),
    locale: addressee.locale,
    ...activationMail(addressee, { secret, origin }),
  });
}

async function sendReminder(context: Context, addressee: Addressee): Promise<void> {
  const minute = Math.floor(context.now.getTime() / 60_000);
  const keyOf = (at: number) => `account-exists:${addressee.personId}:${at}`;
  const lately = Array.from({ length: quietMinutesAfterRepetition }, (_, index) => keyOf(minute - index));
  if ((await listQueuedKeys(context, { dedupeKeys: lately })).size > 0) return;
  const { origin } = configuration();
  await queueMail(context, {
    dedupeKey: keyOf(minute),
    kind: "account.exists",
    to: addressOf(addressee),
    locale: addressee.locale,
    ...accountExistsMail(addressee, { origin }),
  });
}

/** When the newest activation link was made, and so its mail; null when there is none. */
async function latestLinkAt(context: Context, personId: PersonId): Promise<Date | null> {
  const token = await context.db.actionToken.findFirst({
    where: { personId, purpose: "ACTIVATE" },
    orderBy: { createdAt: "desc" },
    select: { createdAt: true },
  });
  return token?.createdAt ?? null;
}

/** Finds somebody and lets other mails to the same person wait until this one is decided. */
async function takeAddressee(
  context: Context,
  where: { readonly id: PersonId } | { readonly emailNorm: string },
): Promise<Addressee | null> {
  const found = await context.db.person.findUnique({ where, select: { id: true } });
  if (!found) return null;
  await context.db.$executeRaw`SELECT 1 FROM "Person" WHERE "id" = ${found.id}::uuid FOR NO KEY UPDATE`;
  const person = await context.db.person.findUnique({
    where: { id: found.id },
    select: { firstName: true, lastName: true, username: true, email: true, locale: true, state: true },
  });
  if (!person) return null;
  const { state, locale, ...names } = person;
  return {
    ...names,
    personId: PersonId.parse(found.id),
    isWaiting: state === "WAITING_EMAIL",
    locale: isLocale(locale) ? locale : context.locale,
  };
}

function addressOf({ firstName, lastName, email }: Addressee) {
  return { name: `${firstName} ${lastName}`, address: email };
}
