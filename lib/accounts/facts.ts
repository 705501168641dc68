import { z } from "zod";
import { defineFact, personChannel } from "#lib/shared/fact";
import { PersonId, SignInSessionId } from "#lib/shared/ids";

/** Sign-in sessions of a person ended: what they hold open has to close. SIG-36, INV-16 */
export const signInSessionRevoked = defineFact({
  name: "sign-in-session.revoked",
  payload: z.object({
    personId: PersonId,
    sessionIds: z.array(SignInSessionId),
    reason: z.enum(["signedOut", "revoked", "passwordChanged", "passwordReset", "disabled"]),
  }),
  channels: ({ personId }) => [personChannel(personId)],
});

/** Somebody's account became active: the address is confirmed and the terms are accepted. GAP-002 */
export const accountActivated = defineFact({
  name: "account.activated",
  payload: z.object({ personId: PersonId }),
});

/** Somebody wants another address, or wants the link for it once more. GAP-077 */
export const emailChangeRequested = defineFact({
  name: "email-change.requested",
  payload: z.object({ personId: PersonId, email: z.string(), causeId: z.string(), isAgain: z.boolean() }),
});

/** The address of an account changed: the link to the new one was opened. GAP-077 */
export const emailChanged = defineFact({
  name: "email.changed",
  payload: z.object({ personId: PersonId, from: z.string(), to: z.string(), causeId: z.string() }),
});

/** What others see of a person changed: name, picture or address. SET-05 */
export const profileChanged = defineFact({
  name: "profile.changed",
  payload: z.object({ personId: PersonId }),
  channels: ({ personId }) => [personChannel(personId)],
});
