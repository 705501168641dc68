import { z } from "zod";
import { defineFact, personChannel } from "#lib/shared/fact";
import { InvitationId, OrganizationId, PersonId } from "#lib/shared/ids";
import { Instant } from "#lib/shared/text";

/** Whose open pages show it: the persons meant, and the organization's admins. */
const people = z.array(PersonId);

type Listened = { readonly people: readonly string[] };

const channels = ({ people }: Listened) => people.map(personChannel);
const hint = () => ({});

const membership = { personId: PersonId, organizationId: OrganizationId, people };

/** Somebody became a member: by upgrade, by invitation, as a new user, or by the server administrator. ORG-39 */
export const memberJoined = defineFact({
  name: "member.joined",
  payload: z.object(membership),
  channels,
  hint,
});

/** Role or department of a member changed. */
export const memberChanged = defineFact({
  name: "member.changed",
  payload: z.object(membership),
  channels,
  hint,
});

/** Somebody is a member no longer; what the person was to run passes to the heir. ORG-46, GAP-064 */
export const memberRemoved = defineFact({
  name: "member.removed",
  payload: z.object({ ...membership, heirId: PersonId, removedAt: Instant }),
  channels,
  hint,
});

/** A new user has to be told how to get in. ORG-43, GAP-061 */
export const credentialsWanted = defineFact({
  name: "member.credentials-wanted",
  payload: z.object({
    personId: PersonId,
    organizationId: OrganizationId,
    byId: PersonId,
    /** One for each mail that is wanted. */
    sendingId: z.uuid(),
  }),
});

/** Main information, departments or the subscription of an organization changed. */
export const organizationChanged = defineFact({
  name: "organization.changed",
  payload: z.object({ organizationId: OrganizationId, people }),
  channels,
  hint,
});

/** An invitation has to go out, for the first time or again. ORG-30, ORG-49 */
export const invitationSent = defineFact({
  name: "invitation.sent",
  payload: z.object({ invitationId: InvitationId, sentCount: z.int(), people }),
  channels,
  hint,
});

/** An invitation was accepted, declined or deleted. */
export const invitationSettled = defineFact({
  name: "invitation.settled",
  payload: z.object({ invitationId: InvitationId, organizationId: OrganizationId, people }),
  channels,
  hint,
});
