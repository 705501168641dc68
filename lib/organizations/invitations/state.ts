import type { InvitationState } from "./schema.ts";

/** What became of an invitation by now: an open one is expired from the moment its time is over. GAP-058 */
export function invitationStateAt(
  invitation: { readonly state: InvitationState; readonly expiresAt: Date },
  now: Date,
): InvitationState {
  const isOver = invitation.state === "PENDING" && invitation.expiresAt <= now;
  return isOver ? "EXPIRED" : invitation.state;
}
