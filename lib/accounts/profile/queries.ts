import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { isLocale } from "#lib/shared/context";
import { StoredFileId } from "#lib/shared/ids";
import { displayNameOf } from "#lib/shared/text";
import { requirePerson } from "../policy.ts";
import { getAccountSettings } from "../settings/queries.ts";
import type { ProfileView } from "./schema.ts";

/** The actor's own profile. */
export async function getProfile(context: Pick<Context, "actor" | "db">): Promise<ProfileView> {
  const { personId } = requirePerson(context.actor);
  const settings = await getAccountSettings(context);
  const person = await context.db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      username: true,
      email: true,
      firstName: true,
      lastName: true,
      displayName: true,
      phone: true,
      company: true,
      position: true,
      avatarId: true,
      locale: true,
      timeZone: true,
      membership: { select: { organization: { select: { name: true } } } },
    },
  });
  const { membership, locale, avatarId, ...fields } = person;
  return {
    ...fields,
    id: personId,
    name: displayNameOf(person),
    avatarId: StoredFileId.nullable().parse(avatarId),
    organization: membership?.organization.name ?? null,
    locale: isLocale(locale) ? locale : null,
    permits: {
      editPersonalData: settings.mayEditPersonalData,
      changeEmail: settings.mayChangeEmail,
      changePassword: settings.mayChangePassword,
    },
  };
}
