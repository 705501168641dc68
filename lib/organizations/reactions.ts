import "server-only";
import type { z } from "zod";
import { issueToken } from "#lib/accounts/action-tokens/commands";
import { lifetimeMinutes } from "#lib/accounts/action-tokens/purposes";
import { configuration } from "#lib/adapters/configuration";
import type { Context } from "#lib/adapters/database/context";
import { queueMail } from "#lib/mail/commands";
import { listQueuedKeys } from "#lib/mail/queries";
import { isLocale } from "#lib/shared/context";
import { displayNameOf } from "#lib/shared/text";
import { addMinutes } from "#lib/shared/time";
import type { credentialsWanted, invitationSent } from "./facts.ts";
import { renewSecret } from "./invitations/commands.ts";
import { credentialsMail, invitationMail } from "./mails.ts";

const names = { displayName: true, firstName: true, lastName: true } as const;

/**
 * Mails an invitation with a new link, in the language of the addressee's account, else of the inviter's. Done again it
 * does nothing, so that the link that was mailed stays good. ORG-30..33, ORG-49, GAP-058, INV-41
 */
export async function mailInvitation(
  context: Context,
  { invitationId, sentCount }: z.infer<typeof invitationSent.payload>,
): Promise<void> {
  const dedupeKey = `invitation:${invitationId}:${sentCount}`;
  if (await isQueued(context, dedupeKey)) return;
  const row = await context.db.invitation.findUnique({
    where: { id: invitationId },
    select: {
      email: true,
      emailNorm: true,
      message: true,
      expiresAt: true,
      organization: { select: { name: true } },
      department: { select: { name: true } },
      invitedBy: { select: { ...names, email: true, locale: true, timeZone: true } },
    },
  });
  const secret = row && (await renewSecret(context, { invitationId, sentCount }));
  if (!row || !secret) return;
  const { invitedBy, email } = row;
  const account = await context.db.person.findUnique({
    where: { emailNorm: row.emailNorm },
    select: { locale: true, timeZone: true },
  });
  const locale = [account?.locale, invitedBy.locale].find(isLocale) ?? context.locale;
  await queueMail(context, {
    dedupeKey,
    kind: "organization.invitation",
    to: { address: email },
    replyTo: invitedBy.email,
    locale,
    ...invitationMail({
      locale,
      timeZone: account?.timeZone ?? invitedBy.timeZone,
      address: email,
      from: displayNameOf(invitedBy),
      organization: row.organization.name,
      department: row.department?.name ?? null,
      message: row.message,
      expiresAt: row.expiresAt,
      url: `${configuration().origin}/invitation#${secret}`,
      isAgain: sentCount > 1,
    }),
  });
}

/** Mails a new user the user name and the link to choose a password, while the account was never opened. ORG-43, GAP-061, INV-41 */
export async function mailCredentials(
  context: Context,
  { personId, organizationId, byId, sendingId }: z.infer<typeof credentialsWanted.payload>,
): Promise<void> {
  const dedupeKey = `credentials:${sendingId}`;
  if (await isQueued(context, dedupeKey)) return;
  const { db } = context;
  const person = await db.person.findUnique({
    where: { id: personId },
    select: { ...names, email: true, username: true, state: true, timeZone: true, locale: true },
  });
  const by = await db.person.findUnique({
    where: { id: byId },
    select: { ...names, email: true, locale: true },
  });
  const organization = await db.organization.findUnique({
    where: { id: organizationId },
    select: { name: true },
  });
  if (person?.state !== "WAITING_TERMS" || !by || !organization) return;
  const { email } = person;
  const secret = await issueToken(context, { purpose: "FIRST_PASSWORD", personId, email });
  const locale = [person.locale, by.locale].find(isLocale) ?? context.locale;
  await queueMail(context, {
    dedupeKey,
    kind: "account.credentials",
    to: { name: displayNameOf(person), address: email },
    replyTo: by.email,
    locale,
    ...credentialsMail({
      locale,
      timeZone: person.timeZone,
      address: email,
      username: person.username,
      by: displayNameOf(by),
      organization: organization.name,
      expiresAt: addMinutes(context.now, lifetimeMinutes.FIRST_PASSWORD),
      url: `${configuration().origin}/choose-password#${secret}`,
    }),
  });
}

async function isQueued(context: Context, dedupeKey: string): Promise<boolean> {
  return (await listQueuedKeys(context, { dedupeKeys: [dedupeKey] })).size > 0;
}
