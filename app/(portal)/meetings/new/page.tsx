import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EventForm } from "#components/calendar/event-form";
import { PageHeader } from "#components/ui/page-header";
import { canScheduleEvent } from "#lib/calendar/policy";
import { signedInContext } from "#lib/door/signed-in";
import { LocalDateTime } from "#lib/shared/time";
import { blankForm } from "../../../../components/calendar/event-draft.ts";
import { type PageParameters, pageParameters } from "../../page-parameters.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("meetings.form");
  return { title: t("newTitle") };
}

export default async function NewMeetingPage({ searchParams }: { readonly searchParams: PageParameters }) {
  const { actor, now } = await signedInContext();
  const t = await getTranslations("meetings.form");
  const parameters = await pageParameters(searchParams);
  const timeZone = actor.timeZone;
  const start = LocalDateTime.safeParse(parameters.get("start")).data;
  const end = LocalDateTime.safeParse(parameters.get("end")).data;
  return (
    <>
      <PageHeader title={t("newTitle")} note={canScheduleEvent(actor) ? null : t("notAllowed")} />
      {canScheduleEvent(actor) ? (
        <EventForm
          purpose={{ kind: "create" }}
          initial={blankForm({ now, timeZone, start, end })}
          organizer={{ personId: actor.personId, name: actor.displayName, avatarId: actor.avatarId }}
          servedAt={now.toISOString()}
        />
      ) : null}
    </>
  );
}
