import "server-only";
import type { z } from "zod";
import type { accountActivated } from "#lib/accounts/facts";
import { configuration } from "#lib/adapters/configuration";
import type { Context } from "#lib/adapters/database/context";
import { queueMail } from "#lib/mail/commands";
import { isLocale } from "#lib/shared/context";
import { displayNameOf } from "#lib/shared/text";
import { TimeZone } from "#lib/shared/time";
import { acceptOnArrival } from "./answers/commands.ts";
import { findStoredRequest } from "./answers/queries.ts";
import type { contactRequestAccepted, contactRequestSent } from "./facts.ts";
import { makeLinkSecret } from "./links/commands.ts";
import { connectionMail, requestMail } from "./mails.ts";
import { stateNow } from "./request-state.ts";

const readerColumns = {
  id: true,
  firstName: true,
  lastName: true,
  displayName: true,
  email: true,
  locale: true,
  timeZone: true,
} as const;

/**
 * Mails a request to its address, in the language of the account that has it, else in the sender's; not one that is closed
 * meanwhile. Done again it makes no second mail. RFC-13, RFC-17..20, INV-41
 */
export async function mailRequest(
  context: Context,
  { contactRequestId, sentCount }: z.infer<typeof contactRequestSent.payload>,
): Promise<void> {
  const request = await findStoredRequest(context, { contactRequestId });
  if (!request || stateNow(request, context.now) !== "PENDING") return;
  const { db } = context;
  const [account, sender] = await Promise.all([
    db.person.findUnique({ where: { emailNorm: request.emailNorm }, select: readerColumns }),
    db.person.findUniqueOrThrow({ where: { id: request.senderId }, select: readerColumns }),
  ]);
  const locale = [account?.locale, request.senderLocale].find(isLocale) ?? context.locale;
  await queueMail(context, {
    dedupeKey: `contact-request:${contactRequestId}:${sentCount}`,
    kind: "contact-request.request",
    to: { address: request.email },
    replyTo: sender.email,
    locale,
    ...requestMail({
      locale,
      timeZone: TimeZone.parse((account ?? sender).timeZone),
      address: request.email,
      from: request.senderName,
      message: request.message,
      expiresAt: request.expiresAt,
      secret: makeLinkSecret(contactRequestId),
      origin: configuration().origin,
    }),
  });
}

/** Mails both people that they are contacts now, each in the own language. Done again it makes no second mail. RFC-38, GAP-050 */
export async function mailConnection(
  context: Context,
  { contactRequestId, people }: z.infer<typeof contactRequestAccepted.payload>,
): Promise<void> {
  const rows = await context.db.person.findMany({
    where: { id: { in: people }, state: "ACTIVE" },
    select: readerColumns,
  });
  for (const reader of rows) {
    const other = rows.find(({ id }) => id !== reader.id);
    if (!other) return;
    const locale = [reader.locale].find(isLocale) ?? context.locale;
    await queueMail(context, {
      dedupeKey: `contact-connected:${contactRequestId}:${reader.id}`,
      kind: "contact-request.connection",
      to: { name: displayNameOf(reader), address: reader.email },
      locale,
      ...connectionMail({
        locale,
        address: reader.email,
        other: displayNameOf(other),
        origin: configuration().origin,
      }),
    });
  }
}

/** Connects whoever came by the link of a request as soon as the account is active. RFC-29, RFC-31 */
export async function connectArrived(
  context: Context,
  { personId }: z.infer<typeof accountActivated.payload>,
): Promise<void> {
  await acceptOnArrival(context, { personId });
}
