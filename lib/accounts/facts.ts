import { z } from "zod";
import { defineFact, personChannel } from "#lib/shared/fact";
import { PersonId, SignInSessionId } from "#lib/shared/ids";

/** Sign-in sessions of a person ended: what they hold open has to close. SIG-36, INV-16 */
export const signInSessionRevoked = defineFact({
  name: "sign-in-session.revoked",
  payload: z.object({
    personId: PersonId,
    sessionIds: z.array(SignInSessionId),
    reason: z.enum(["signedOut", "passwordChanged", "passwordReset", "disabled"]),
  }),
  channels: ({ personId }) => [personChannel(personId)],
});
