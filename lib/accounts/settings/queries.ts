import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { type AccountSettings, defaultAccountSettings } from "./schema.ts";

/**
 * What the administrator allows, as it is now: a change counts from the next request on. ADM-18
 * @open registration and sign-in need it before anybody is known; it holds nothing secret
 */
export async function getAccountSettings(context: Pick<Context, "db">): Promise<AccountSettings> {
  const stored = await context.db.accountSettings.findUnique({
    where: { id: 1 },
    select: {
      registrationMode: true,
      minPasswordLength: true,
      idleMinutes: true,
      mayEditPersonalData: true,
      mayChangeEmail: true,
      mayChangePassword: true,
      contactRequestsPerDay: true,
      helpContact: true,
      downloadUrl: true,
    },
  });
  return stored ?? defaultAccountSettings;
}
