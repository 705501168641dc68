import { z } from "zod";
import { defineFact } from "#lib/shared/fact";
import { PersonId } from "#lib/shared/ids";

/** Somebody made an account and has to confirm the address. ACC-13 */
export const accountRegistered = defineFact({
  name: "account.registered",
  payload: z.object({ personId: PersonId }),
});

/** Somebody registered with the address of an account that exists. GAP-024 */
export const registrationRepeated = defineFact({
  name: "registration.repeated",
  payload: z.object({ personId: PersonId, causeId: z.uuid() }),
});

/** Somebody asked for the activation mail of an address once more; there may be no such account. GAP-027 */
export const activationRequested = defineFact({
  name: "activation.requested",
  payload: z.object({ emailNorm: z.string(), causeId: z.uuid() }),
});
