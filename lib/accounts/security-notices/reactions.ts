import "server-only";
import type { z } from "zod";
import { configuration } from "#lib/adapters/configuration";
import type { Context } from "#lib/adapters/database/context";
import { queueMail } from "#lib/mail/commands";
import { isLocale } from "#lib/shared/context";
import { displayNameOf } from "#lib/shared/text";
import { TimeZone } from "#lib/shared/time";
import type { securityChanged } from "./facts.ts";
import { securityNoticeMail } from "./mails.ts";

/** Tells somebody by mail what changed about the own sign-in. GAP-037 */
export async function mailSecurityNotice(
  context: Context,
  { personId, change, causeId }: z.infer<typeof securityChanged.payload>,
): Promise<void> {
  const person = await context.db.person.findUnique({
    where: { id: personId },
    select: {
      username: true,
      email: true,
      firstName: true,
      lastName: true,
      displayName: true,
      locale: true,
      timeZone: true,
    },
  });
  if (!person) return;
  const locale = isLocale(person.locale) ? person.locale : context.locale;
  const reader = { ...person, locale, timeZone: TimeZone.parse(person.timeZone) };
  await queueMail(context, {
    dedupeKey: `security:${causeId}`,
    kind: `security.${change}`,
    to: { name: displayNameOf(person), address: person.email },
    locale,
    ...securityNoticeMail(reader, { change, at: context.now, origin: configuration().origin }),
  });
}
