import "server-only";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import { shortenSessions } from "../commands.ts";
import { requireAccountAdministrator } from "../policy.ts";
import type { AccountSettings } from "./schema.ts";

/** Sets what is allowed, from everybody's next request on. ADM-12..14, ADM-18 */
export async function changeAccountSettings(
  context: Context,
  input: AccountSettings,
): Promise<AccountSettings> {
  requireAccountAdministrator(context.actor);
  const updatedById = context.actor.kind === "person" ? context.actor.personId : null;
  await context.db.accountSettings.upsert({
    where: { id: 1 },
    create: { id: 1, ...input, updatedById },
    update: { ...input, updatedById },
    select: { id: true },
  });
  await shortenSessions(context, input);
  await recordAudit(context, {
    action: "account-settings.changed",
    targetType: "account-settings",
    targetId: "1",
    details: input,
  });
  return input;
}
