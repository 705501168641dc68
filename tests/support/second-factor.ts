import { Secret, TOTP } from "otpauth";
import { beginSecondFactor, enableSecondFactor } from "#lib/accounts/second-factor/commands";
import type { PersonActor } from "#lib/shared/context";
import { contextFor, type TestClient } from "./people.ts";

/** When the tests' authenticators were set up: before anything that they do. */
const enabledAt = new Date("2026-11-20T10:00:00Z");

/** What an authenticator shows at this time. */
export function codeOf(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
}

/** Switches the person's second factor on, as the settings page does. */
export async function turnOnSecondFactor(db: TestClient, actor: PersonActor, at = enabledAt) {
  const asPerson = contextFor(db, actor, at);
  const { secret, keyUri } = await asPerson.run((context) => beginSecondFactor(context), null);
  const { recoveryCodes } = await asPerson.run(enableSecondFactor, { code: codeOf(secret, at) });
  return { secret, keyUri, recoveryCodes, codeAt: (time: Date) => codeOf(secret, time) };
}
