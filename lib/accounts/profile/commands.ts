import "server-only";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { profileChanged } from "../facts.ts";
import { requirePerson } from "../policy.ts";
import { getAccountSettings } from "../settings/queries.ts";
import { requireChangeableProfile } from "./policy.ts";
import { getProfile } from "./queries.ts";
import { type ProfileChange, type ProfileView, personalFields } from "./schema.ts";

/**
 * Changes the actor's own profile. Refuses personal fields with `forbidden` where the administrator keeps them. SET-04,
 * SET-14, THM-04, THM-05
 */
export async function changeProfile(context: Context, input: ProfileChange): Promise<ProfileView> {
  const { personId } = requirePerson(context.actor);
  requireChangeableProfile(await getAccountSettings(context), input);
  await context.db.person.update({ where: { id: personId }, data: input, select: { id: true } });
  if (personalFields.some((field) => input[field] !== undefined)) {
    await announce(context, profileChanged, { personId });
    await recordAudit(context, { action: "profile.changed", targetType: "person", targetId: personId });
  }
  return getProfile(context);
}
