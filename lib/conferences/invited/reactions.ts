import "server-only";
import type { z } from "zod";
import { configuration } from "#lib/adapters/configuration";
import type { Context } from "#lib/adapters/database/context";
import { queueMails } from "#lib/mail/commands";
import { isLocale } from "#lib/shared/context";
import { displayNameOf } from "#lib/shared/text";
import type { peopleInvited } from "./facts.ts";
import { invitedMail } from "./mails.ts";

/**
 * Mails everybody who is new on the list and still stands there, once for each time they were put there. Scheduled
 * conferences have invitations of their own. INV-41
 */
export async function mailInvited(
  context: Context,
  { conferenceId, invited }: z.infer<typeof peopleInvited.payload>,
): Promise<void> {
  const conference = await context.db.conference.findUnique({
    where: { id: conferenceId },
    select: { ...forMail, participants: { where: { id: { in: invited } }, select: forAddress } },
  });
  if (!conference || conference.cancelledAt || conference.kind === "SCHEDULED") return;
  const { kind, title, location, number, owner } = conference;
  const shared = {
    ...{ kind, title, location },
    ownerName: displayNameOf(owner),
    hasPin: conference.pinSealed !== null,
    url: `${configuration().origin}/c/${number}`,
  };
  const mails = conference.participants.flatMap((row) => {
    const to = addresseeOf(row);
    if (!to) return [];
    const locale = [row.person?.locale, owner.locale].find(isLocale) ?? context.locale;
    const reader = { locale, address: to.address, hasAccount: row.person !== null };
    return {
      dedupeKey: `conference.invited:${row.id}`,
      kind: kind === "ROOM" ? "room.access" : "adHoc.invitation",
      to,
      replyTo: owner.email,
      locale,
      ...invitedMail(shared, reader),
    };
  });
  await queueMails(context, mails);
}

const forMail = {
  kind: true,
  number: true,
  title: true,
  location: true,
  pinSealed: true,
  cancelledAt: true,
  owner: { select: { firstName: true, lastName: true, displayName: true, email: true, locale: true } },
} as const;

const forAddress = {
  id: true,
  name: true,
  email: true,
  person: {
    select: {
      firstName: true,
      lastName: true,
      displayName: true,
      email: true,
      locale: true,
      state: true,
    },
  },
} as const;

type Row = {
  readonly name: string | null;
  readonly email: string | null;
  readonly person: {
    readonly firstName: string;
    readonly lastName: string;
    readonly displayName: string | null;
    readonly email: string;
    readonly state: string;
  } | null;
};

/** Null for accounts that are not active. */
function addresseeOf({ name, email, person }: Row) {
  if (!person) return email ? { name, address: email } : null;
  return person.state === "ACTIVE" ? { name: displayNameOf(person), address: person.email } : null;
}
