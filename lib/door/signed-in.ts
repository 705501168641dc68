import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { Context } from "#lib/adapters/database/context";
import type { PersonActor } from "#lib/shared/context";
import { DomainError } from "#lib/shared/errors";
import { pageContext } from "./request-context.ts";

/** A page's context of which the door has made sure that a person is signed in. */
export type SignedInContext = Context & { readonly actor: PersonActor };

/** For pages of signed-in people: everybody else is sent to sign in and comes back afterwards. SIG-01 */
export async function signedInContext(): Promise<SignedInContext> {
  const context = await pageContext();
  const { actor } = context;
  if (actor.kind === "person") return { ...context, actor };
  const path = (await headers()).get("x-path") ?? "/home";
  redirect(`/sign-in?returnTo=${encodeURIComponent(path)}`);
}

/** For the control panel: for everybody who is not a server administrator it does not exist. DIR-24 */
export async function administratorContext(): Promise<SignedInContext> {
  const context = await pageContext();
  const { actor } = context;
  if (actor.kind === "person" && actor.isServerAdmin) return { ...context, actor };
  notFound();
}

/** Reads for a page: what does not exist, or may not be known, becomes the page "not found". MTG-04 */
export async function orNotFound<View>(reading: Promise<View>): Promise<View> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DomainError && (error.code === "not_found" || error.code === "forbidden"))
      notFound();
    throw error;
  }
}
