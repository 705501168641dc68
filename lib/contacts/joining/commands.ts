import "server-only";
import { requirePerson } from "#lib/accounts/policy";
import type { Context } from "#lib/adapters/database/context";
import { takeInvitation } from "#lib/organizations/invitations/links/commands";
import type { InvitationId, PersonId } from "#lib/shared/ids";
import { connect } from "../connections/commands.ts";

/**
 * Joins the organization that invited the actor's address; the actor and the inviter are contacts of each other in the
 * same transaction. Refuses as `takeInvitation` does. ORG-35, ORG-37..40, GAP-010, GAP-055, INV-07
 */
export async function acceptInvitation(
  context: Context,
  { secret }: { readonly secret: string },
): Promise<{ organization: string }> {
  const { personId } = requirePerson(context.actor);
  return { organization: await joinBy(context, { personId, by: { secret } }) };
}

/**
 * Joins whoever registered by an invitation's link and is active now. ORG-36, ORG-37
 * @open asked by the reaction to the activation
 */
export async function joinOnArrival(
  context: Context,
  input: { readonly personId: PersonId; readonly invitationId: InvitationId },
): Promise<void> {
  await joinBy(context, { personId: input.personId, by: { id: input.invitationId } });
}

async function joinBy(context: Context, input: Parameters<typeof takeInvitation>[1]): Promise<string> {
  const { invitedById, organization } = await takeInvitation(context, input);
  const { personId } = input;
  // Somebody may have taken over the invited address after sending the invitation.
  if (invitedById !== personId)
    await connect(context, { people: [personId, invitedById], source: "INVITATION" });
  return organization;
}
