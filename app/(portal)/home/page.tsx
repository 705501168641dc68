import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LicenceLine } from "#components/calendar/licence-line";
import { ScheduleButton } from "#components/calendar/schedule-button";
import { Today } from "#components/calendar/today";
import { PageHeader } from "#components/ui/page-header";
import { canScheduleEvent } from "#lib/calendar/policy";
import { listOccurrences } from "#lib/calendar/queries";
import type { OccurrenceView } from "#lib/calendar/schema";
import { type SignedInContext, signedInContext } from "#lib/door/signed-in";
import { getLicence } from "#lib/licences/queries";
import { dayBounds, localOf } from "#lib/shared/time";
import { canJoinNow, greetingAt } from "../../../components/calendar/occurrence-state.ts";
import { insideCountOf } from "../inside-count.ts";
import { MeetingDrawerSlot } from "../meeting-drawer-slot.tsx";
import { type PageParameters, pageParameters } from "../page-parameters.ts";

/** More meetings than these do not run at once for one person. */
const mostCounted = 5;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("meetings.home");
  return { title: t("title") };
}

export default async function HomePage({ searchParams }: { readonly searchParams: PageParameters }) {
  const context = await signedInContext();
  const { actor, now } = context;
  const day = dayBounds(now, actor.timeZone);
  const [t, parameters, licence, occurrences] = await Promise.all([
    getTranslations("meetings.home.greeting"),
    pageParameters(searchParams),
    getLicence(context, actor.personId),
    listOccurrences(context, { from: day.start.toISOString(), to: day.end.toISOString() }),
  ]);
  const servedAt = now.toISOString();
  const maySchedule = canScheduleEvent(actor);
  const hour = Number(localOf(now, actor.timeZone).slice(11, 13));
  const name = actor.displayName.split(" ")[0] ?? actor.displayName;
  return (
    <>
      <PageHeader
        title={t(greetingAt(hour), { name })}
        note={<LicenceLine licence={licence} servedAt={servedAt} />}
      >
        {maySchedule ? <ScheduleButton /> : null}
      </PageHeader>
      <Today
        occurrences={occurrences}
        insideCounts={await insideCounts(context, occurrences)}
        servedAt={servedAt}
        maySchedule={maySchedule}
      />
      <MeetingDrawerSlot parameters={parameters} />
    </>
  );
}

async function insideCounts(context: SignedInContext, occurrences: readonly OccurrenceView[]) {
  const numbers = occurrences
    .filter((occurrence) => canJoinNow(occurrence, context.now))
    .map(({ conferenceNumber }) => conferenceNumber)
    .slice(0, mostCounted);
  const counts = await Promise.all(numbers.map((number) => insideCountOf(context, number)));
  return Object.fromEntries(numbers.map((number, index) => [number, counts[index] ?? 0]));
}
