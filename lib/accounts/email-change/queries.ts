import "server-only";
import type { Context } from "#lib/adapters/database/context";
import type { PersonId } from "#lib/shared/ids";
import { requirePerson } from "../policy.ts";
import type { EmailChangeView, PendingEmail } from "./schema.ts";

/** The actor's own new address that waits to be confirmed. */
export async function getEmailChange(
  context: Pick<Context, "actor" | "db" | "now">,
): Promise<EmailChangeView> {
  const { personId } = requirePerson(context.actor);
  return { pending: await findPendingEmail(context, { personId }) };
}

/**
 * The new address of somebody that waits to be confirmed.
 * @open the commands and reactions that call it decided
 */
export async function findPendingEmail(
  context: Pick<Context, "db" | "now">,
  input: { readonly personId: PersonId },
): Promise<PendingEmail | null> {
  const token = await context.db.actionToken.findFirst({
    where: {
      personId: input.personId,
      purpose: "CHANGE_EMAIL",
      usedAt: null,
      revokedAt: null,
      expiresAt: { gt: context.now },
    },
    orderBy: { createdAt: "desc" },
    select: { email: true, expiresAt: true },
  });
  return token?.email ? { email: token.email, expiresAt: token.expiresAt.toISOString() } : null;
}
