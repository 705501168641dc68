import { z } from "zod";
import { defineFact } from "#lib/shared/fact";

/** Somebody asked for a new password by this name; there may be no such account. GAP-029 */
export const passwordResetRequested = defineFact({
  name: "password-reset.requested",
  payload: z.object({ name: z.string(), causeId: z.uuid() }),
});
