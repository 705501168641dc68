import { z } from "zod";
import { defineFact, personChannel } from "#lib/shared/fact";
import { ContactRequestId, PersonId } from "#lib/shared/ids";

/** Whose open pages show it. */
const people = z.array(PersonId);

type Listened = { readonly people: readonly string[] };

const channels = ({ people }: Listened) => people.map(personChannel);

/** Pages only hear that they should ask again: who else hears it would tell a sender who has an account. */
const hint = () => ({});

/** A contact request has to be mailed, for the first time or again. RFC-13 */
export const contactRequestSent = defineFact({
  name: "contact-request.sent",
  payload: z.object({ contactRequestId: ContactRequestId, sentCount: z.int(), people }),
  channels,
  hint,
});

/** A contact request was accepted: two people are contacts of each other. RFC-27, GAP-050 */
export const contactRequestAccepted = defineFact({
  name: "contact-request.accepted",
  payload: z.object({ contactRequestId: ContactRequestId, people }),
  channels,
  hint,
});

/** A contact request was declined or withdrawn, or its time is over. GAP-048, GAP-052, GAP-053 */
export const contactRequestClosed = defineFact({
  name: "contact-request.closed",
  payload: z.object({ contactRequestId: ContactRequestId, people }),
  channels,
  hint,
});

/** Two people are contacts no longer. GAP-052 */
export const contactEnded = defineFact({
  name: "contact.ended",
  payload: z.object({ people }),
  channels,
  hint,
});
