import "server-only";
import type { z } from "zod";
import type { accountActivated } from "#lib/accounts/facts";
import type { Context } from "#lib/adapters/database/context";
import { InvitationId } from "#lib/shared/ids";
import { joinOnArrival } from "./commands.ts";

/**
 * Lets whoever registered by an invitation's link join, as soon as the account is active. Somebody who joined elsewhere
 * meanwhile, or an invitation that is not open any more, changes nothing. ORG-36, ORG-40
 */
export async function joinByInvitation(
  context: Context,
  { personId }: z.infer<typeof accountActivated.payload>,
): Promise<void> {
  const person = await context.db.person.findUnique({
    where: { id: personId },
    select: {
      emailNorm: true,
      emailVerifiedAt: true,
      state: true,
      membership: { select: { personId: true } },
    },
  });
  if (person?.state !== "ACTIVE" || !person.emailVerifiedAt || person.membership) return;
  const invitation = await context.db.invitation.findFirst({
    where: {
      emailNorm: person.emailNorm,
      acceptsOnArrival: true,
      state: "PENDING",
      expiresAt: { gt: context.now },
    },
    orderBy: { lastSentAt: "desc" },
    select: { id: true },
  });
  if (!invitation) return;
  await joinOnArrival(context, { personId, invitationId: InvitationId.parse(invitation.id) });
}
