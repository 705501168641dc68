import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EventForm } from "#components/calendar/event-form";
import { PageHeader } from "#components/ui/page-header";
import { getEvent } from "#lib/calendar/queries";
import { EventKey, type EventView } from "#lib/calendar/schema";
import { namedOccurrence } from "#lib/calendar/series";
import { orNotFound, signedInContext } from "#lib/door/signed-in";
import { LocalDateTime } from "#lib/shared/time";
import { formOf } from "../../../../../components/calendar/event-draft.ts";
import { type PageParameters, pageParameters } from "../../../page-parameters.ts";

type Props = {
  readonly params: Promise<{ readonly eventId: string }>;
  readonly searchParams: PageParameters;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("meetings.form");
  return { title: t("editTitle") };
}

export default async function EditMeetingPage({ params, searchParams }: Props) {
  const context = await signedInContext();
  const key = EventKey.safeParse(await params);
  if (!key.success) notFound();
  const event = await orNotFound(getEvent(context, key.data));
  const t = await getTranslations("meetings.form");
  const at = occurrenceAsked(event, (await pageParameters(searchParams)).get("at"));
  if (!event.permits.edit) return <PageHeader title={t("editTitle")} note={t("notEditable")} />;
  return (
    <>
      <PageHeader title={at ? t("occurrenceTitle") : t("editTitle")} />
      <EventForm
        purpose={at ? { kind: "occurrence", event, at } : { kind: "change", event }}
        initial={formOf(event, at)}
        organizer={event.organizer}
        servedAt={context.now.toISOString()}
      />
    </>
  );
}

/** The one of the series that is meant; an address that names none of them does not exist. */
function occurrenceAsked(event: EventView, at: string | null): LocalDateTime | undefined {
  if (at === null) return undefined;
  const local = LocalDateTime.safeParse(at);
  if (!local.success || !event.rule || !namedOccurrence(event, local.data)) notFound();
  return local.data;
}
