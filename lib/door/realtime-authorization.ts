import "server-only";
import { z } from "zod";
import type { RealtimeSettings } from "#lib/adapters/realtime/browser";
import { realtime, realtimeSettings } from "#lib/adapters/realtime/index";
import { DomainError } from "#lib/shared/errors";
import { personChannel } from "#lib/shared/fact";
import { refusalResponse } from "./problem.ts";
import { requestContext } from "./request-context.ts";

const SocketId = z.string().regex(/^\d{1,20}\.\d{1,20}$/);
const ChannelRequest = z.object({ socket_id: SocketId, channel_name: z.string().max(200) });
const SignInRequest = z.object({ socket_id: SocketId });

/** Lets a page's socket into a channel: a person's own one and nobody else's. INV-32 */
export async function authorizeChannel(request: Request): Promise<Response> {
  const context = await requestContext();
  const { actor } = context;
  const asked = ChannelRequest.safeParse(Object.fromEntries(await request.formData()));
  if (!asked.success) return refusalResponse(context, new DomainError("invalid_input"));
  const { socket_id: socketId, channel_name: channel } = asked.data;
  if (actor.kind !== "person") return refusalResponse(context, new DomainError("not_signed_in"));
  if (channel !== personChannel(actor.personId))
    return refusalResponse(context, new DomainError("forbidden"));
  return Response.json(realtime().authorize({ socketId, channel }));
}

/** Ties a page's socket to the signed-in person, so that signing out can cut it. R18 */
export async function signInSocket(request: Request): Promise<Response> {
  const context = await requestContext();
  const { actor } = context;
  const asked = SignInRequest.safeParse(Object.fromEntries(await request.formData()));
  if (!asked.success) return refusalResponse(context, new DomainError("invalid_input"));
  if (actor.kind !== "person") return refusalResponse(context, new DomainError("not_signed_in"));
  const person = { id: actor.personId, name: actor.displayName };
  return Response.json(realtime().signIn({ socketId: asked.data.socket_id, person }));
}

/** What a page needs to listen to hints. */
export function pageRealtimeSettings(): RealtimeSettings {
  return realtimeSettings();
}
