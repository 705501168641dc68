import { z } from "zod";
import { defineFact } from "#lib/shared/fact";
import { PersonId } from "#lib/shared/ids";

/** What may be the first sign that somebody else is in an account, so its owner is told. GAP-037 */
export const securityChanges = [
  "secondFactorOn",
  "secondFactorOff",
  "secondFactorReset",
  "recoveryCodeUsed",
  "recoveryCodesMade",
  "passwordChanged",
  "passwordReset",
  "passwordHandedOut",
] as const;
export type SecurityChange = (typeof securityChanges)[number];

/** Something changed about how somebody signs in. */
export const securityChanged = defineFact({
  name: "security.changed",
  payload: z.object({ personId: PersonId, change: z.enum(securityChanges), causeId: z.uuid() }),
});
