import { getTranslations } from "next-intl/server";
import { CardMissing } from "#components/calendar/card-missing";
import { MeetingCard } from "#components/calendar/meeting-card";
import { downloadEvent } from "#lib/calendar/endpoints";
import { googleCalendarUrl, outlookCalendarUrl } from "#lib/calendar/external-links";
import { getEvent } from "#lib/calendar/queries";
import { ruleSentence } from "#lib/calendar/rule-sentence";
import { EventKey, type EventView } from "#lib/calendar/schema";
import { publicOrigin } from "#lib/door/origin";
import { type SignedInContext, signedInContext } from "#lib/door/signed-in";
import type { Locale } from "#lib/shared/context";
import { requestOf } from "#lib/shared/endpoint";
import { DomainError } from "#lib/shared/errors";
import type { LocalDateTime } from "#lib/shared/time";
import { shownOccurrence } from "../../components/calendar/shown-occurrence.ts";
import { presenceIn } from "./inside-count.ts";

type Props = { readonly eventId: string; readonly at: LocalDateTime | undefined };

/** The card of the meeting that the address names, to be put into the drawer. */
export async function MeetingCardSlot({ eventId, at }: Props) {
  const context = await signedInContext();
  const event = await eventFor(context, eventId);
  if (!event) return <CardMissing />;
  return (
    <MeetingCard
      event={event}
      occurrence={shownOccurrence(event, at)}
      {...(await presenceIn(context, event.conference.number))}
      links={await linksOf(event, context.locale)}
      personId={context.actor.personId}
      servedAt={context.now.toISOString()}
    />
  );
}

/** Null for what does not exist and what the reader has nothing to do with: both look the same. MTG-04 */
async function eventFor(context: SignedInContext, eventId: string): Promise<EventView | null> {
  const key = EventKey.safeParse({ eventId });
  if (!key.success) return null;
  try {
    return await getEvent(context, key.data);
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found") return null;
    throw error;
  }
}

async function linksOf(event: EventView, locale: Locale) {
  const texts = await getTranslations("calendar");
  const { title, description, location, rule, localStart, durationMinutes, timeZone, conference } = event;
  const url = `${publicOrigin()}${conference.path}`;
  const external = {
    title,
    description,
    location,
    url,
    series: { localStart, durationMinutes, timeZone, rule },
  };
  const ruleText = rule ? ruleSentence({ rule, localStart }, { locale, texts }) : undefined;
  return {
    google: googleCalendarUrl(external),
    outlook: outlookCalendarUrl(external, ruleText),
    file: requestOf(downloadEvent, { eventId: event.id }).url,
  };
}
