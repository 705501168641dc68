import "server-only";
import type { IncomingHttpHeaders } from "node:http";
import { getToken } from "next-auth/jwt";
import { findActor } from "#lib/accounts/queries";
import { configuration } from "#lib/adapters/configuration";
import { database } from "#lib/adapters/database/client";
import { personIdBehind } from "#lib/adapters/media-server/identity";
import { mediaServer } from "#lib/adapters/media-server/index";
import { type PersonId, SignInSessionId } from "#lib/shared/ids";

/** How a browser asks to be connected to the embedded media server. */
export type MediaRequest = { readonly url?: string; readonly headers: IncomingHttpHeaders };

/**
 * The token with which this browser may go in, null if there is none: a token is good only in the hands of the person it
 * was made for, who has to be signed in still. A guest's has nobody behind it and is good as it is. INV-20
 */
export async function mediaTokenOf(request: MediaRequest, now: Date): Promise<string | null> {
  const token = tokenIn(request);
  const holder = token === null ? null : await mediaServer().readToken(token);
  if (!holder) return null;
  const personId = personIdBehind(holder);
  return personId === null || personId === (await signedInPerson(request.headers, now)) ? token : null;
}

function tokenIn({ url, headers }: MediaRequest): string | null {
  const inHeader = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
  return inHeader ?? new URL(url ?? "/", "http://localhost").searchParams.get("access_token");
}

async function signedInPerson(headers: IncomingHttpHeaders, now: Date): Promise<PersonId | null> {
  const { authSecret: secret, isSecure: secureCookie } = configuration();
  // The header is the media server's here; next-auth would take it for a sign-in.
  const req = { headers: { cookie: headers.cookie ?? "" } };
  const sessionId = SignInSessionId.safeParse((await getToken({ req, secret, secureCookie }))?.sub);
  if (!sessionId.success) return null;
  const found = await findActor({ db: database(), now }, sessionId.data);
  return found?.actor.kind === "person" ? found.actor.personId : null;
}
