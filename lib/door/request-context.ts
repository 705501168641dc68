import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { cache } from "react";
import { z } from "zod";
import { touchSession } from "#lib/accounts/commands";
import { findActor } from "#lib/accounts/queries";
import { database } from "#lib/adapters/database/client";
import { type Context, inTransaction, readingContext } from "#lib/adapters/database/context";
import type { Actor, RequestContext } from "#lib/shared/context";
import { SignInSessionId } from "#lib/shared/ids";
import { auth } from "./auth.ts";
import { localeOf } from "./locale.ts";

const Signed = z.object({ user: z.object({ id: SignInSessionId }) });
const anonymous: Actor = { kind: "anonymous" };

/** A sign-in session's `lastSeenAt` is written at most this often. */
const touchEveryMs = 60_000;

/** Who asks, when, in which language: read once per request, for pages and for the API. */
export const requestContext = cache(async (): Promise<RequestContext> => {
  const header = await headers();
  const now = new Date();
  const actor = await actorOf(now);
  return {
    actor,
    now,
    locale: (actor.kind === "person" ? actor.locale : null) ?? localeOf(header.get("accept-language")),
    requestId: header.get("x-request-id") ?? randomUUID(),
    address: header.get("x-real-ip") ?? undefined,
    userAgent: header.get("user-agent")?.slice(0, 300),
  };
});

/** The context with which a page reads. */
export async function pageContext(): Promise<Context> {
  return readingContext(await requestContext(), database());
}

async function actorOf(now: Date): Promise<Actor> {
  const signed = Signed.safeParse(await auth());
  if (!signed.success) return anonymous;
  const found = await findActor({ db: database(), now }, signed.data.user.id);
  if (!found) return anonymous;
  if (now.getTime() - found.lastSeenAt.getTime() > touchEveryMs) await touch(found.actor, now);
  return found.actor;
}

async function touch(actor: Actor, now: Date): Promise<void> {
  await inTransaction({ actor, now, locale: "en", requestId: "touch" }, database(), (context) =>
    touchSession(context),
  );
}
