import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Conference } from "#components/live/conference";
import { ConferenceHeader } from "#components/live/conference-header";
import { EntranceRefusal } from "#components/live/entrance-refusal";
import { ConferenceNumber } from "#lib/conferences/schema";
import { isMediaUp, mediaRefusal } from "#lib/door/media-state";
import { pageRealtimeSettings } from "#lib/door/realtime-authorization";
import { pageContext } from "#lib/door/request-context";
import { getEntrance } from "#lib/live/queries";
import type { JoinView } from "#lib/live/schema";
import type { Actor } from "#lib/shared/context";
import { DomainError } from "#lib/shared/errors";
import { meetingWhen } from "./meeting-when.ts";

type Props = { readonly params: Promise<{ readonly number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await entranceOf((await params).number)).title };
}

export default async function ConferencePage({ params }: Props) {
  const [found, isMedia] = await Promise.all([entranceOf((await params).number), isMediaUp()]);
  const isDoorOpen = isMedia || found.entrance.kind === "refused";
  const view = isDoorOpen ? found : { ...found, entrance: mediaRefusal };
  const { actor, locale, now } = await pageContext();
  const isSignedIn = actor.kind === "person";
  const reader = { locale, timeZone: isSignedIn ? actor.timeZone : null };
  const header = <ConferenceHeader href={isSignedIn ? "/home" : "/"} />;
  return (
    <Conference
      view={view}
      when={meetingWhen(view, { reader, now, t: await getTranslations("stage.when") })}
      person={joinerOf(actor)}
      realtime={pageRealtimeSettings()}
      header={header}
    >
      {view.entrance.kind === "refused" ? (
        <EntranceRefusal
          view={view}
          refusal={view.entrance}
          reader={reader}
          isAdministrator={isSignedIn && actor.isServerAdmin}
          isGuest={!isSignedIn}
          header={header}
        />
      ) : null}
    </Conference>
  );
}

function joinerOf(actor: Actor) {
  if (actor.kind !== "person") return null;
  const { personId, sessionId, displayName, isServerAdmin } = actor;
  return { id: personId, sessionId, name: displayName, isServerAdmin };
}

/**
 * The conference as this visitor may see it. Without a session everything that is not public leads to sign-in, whether it
 * exists or not; with one, unknown and not invited look the same. CNF-14, MTG-04
 */
const entranceOf = cache(async (text: string): Promise<JoinView> => {
  const context = await pageContext();
  const number = ConferenceNumber.safeParse(text);
  const isSignedIn = context.actor.kind === "person";
  try {
    if (number.success) return await getEntrance(context, { number: number.data });
  } catch (error) {
    const isHidden = error instanceof DomainError && ["not_found", "not_signed_in"].includes(error.code);
    if (!isHidden) throw error;
  }
  if (isSignedIn) notFound();
  redirect(`/sign-in?returnTo=${encodeURIComponent(`/c/${text}`)}`);
});
