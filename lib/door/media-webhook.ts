import "server-only";
import { randomUUID } from "node:crypto";
import { database } from "#lib/adapters/database/client";
import { inTransaction } from "#lib/adapters/database/context";
import { log } from "#lib/adapters/log";
import { mediaServer } from "#lib/adapters/media-server/index";
import { recordMediaEvent } from "#lib/live/sessions/commands";
import { defaultLocale, type RequestContext } from "#lib/shared/context";
import { DomainError } from "#lib/shared/errors";
import { readText } from "./body.ts";
import { bugResponse, refusalResponse } from "./problem.ts";
import { Refused } from "./refused.ts";

/**
 * Takes a webhook of the media server. Without its signature over exactly this body nothing is looked at (401). Any other
 * failure is answered with an error, so that the media server tells it again.
 */
export async function receiveMediaWebhook(request: Request): Promise<Response> {
  const context: RequestContext = {
    actor: { kind: "system", reason: "webhook of the media server" },
    now: new Date(),
    locale: defaultLocale,
    requestId: request.headers.get("x-request-id") ?? randomUUID(),
  };
  try {
    const body = await readText(request);
    const authorization = request.headers.get("authorization");
    const event = await mediaServer().receiveWebhook({ body, authorization });
    if (!event) return refusalResponse(context, new DomainError("not_signed_in"));
    await inTransaction(context, database(), (open) => recordMediaEvent(open, event));
    return new Response(null, { status: 204 });
  } catch (error) {
    if (error instanceof Refused) return refusalResponse(context, error.refusal, { status: error.status });
    log().error(
      { requestId: context.requestId, err: error },
      "a webhook of the media server was not taken in",
    );
    return bugResponse(context);
  }
}
