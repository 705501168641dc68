import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { defaultLockout, type LockoutSettings } from "./schema.ts";

/**
 * The lockout policy in force.
 * @open sign-in needs it before anybody is known; the control panel's page asks who reads it
 */
export async function getLockoutSettings(context: Pick<Context, "db">): Promise<LockoutSettings> {
  const stored = await context.db.lockoutPolicy.findUnique({
    where: { id: 1 },
    select: { isEnabled: true, maxAttempts: true, periodMinutes: true },
  });
  return stored ?? defaultLockout;
}
