import "server-only";
import type { LinkView } from "#lib/accounts/registration/schema";
import type { Context } from "#lib/adapters/database/context";
import { getStoredRequest } from "../answers/queries.ts";
import { linkStates, stateNow } from "../request-state.ts";
import type { ContactRequestLink } from "../schema.ts";

/**
 * What the link of a request's mail offers, or what became of the request. Changes nothing. Refuses with `not_found` when
 * there never was such a link. RFC-22, GAP-047, INV-40
 * @open the secret is the proof
 */
export async function getContactRequestLink(context: Context, input: ContactRequestLink): Promise<LinkView> {
  const request = await getStoredRequest(context, input);
  const accounts = await context.db.person.count({ where: { emailNorm: request.emailNorm } });
  return {
    state: linkStates[stateNow(request, context.now)],
    email: request.email,
    fromName: request.senderName,
    organization: null,
    message: request.message,
    hasAccount: accounts > 0,
  };
}
