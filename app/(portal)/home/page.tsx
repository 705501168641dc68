import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LicenceLine } from "#components/calendar/licence-line";
import { ScheduleButton } from "#components/calendar/schedule-button";
import { Today } from "#components/calendar/today";
import { MeetNowButton } from "#components/conferences/meet-now-button";
import { RoomsOverview } from "#components/conferences/rooms-overview";
import { JoinedNotice } from "#components/organizations/joined-notice";
import { Launcher } from "#components/shell/directory/launcher";
import { PageHeader } from "#components/ui/page-header";
import { canScheduleEvent } from "#lib/calendar/policy";
import { listOccurrences } from "#lib/calendar/queries";
import { listRecentRooms } from "#lib/conferences/rooms/queries";
import { signedInContext } from "#lib/door/signed-in";
import { getLicence } from "#lib/licences/queries";
import { canReadOrganization } from "#lib/organizations/policy";
import { getOrganization } from "#lib/organizations/queries";
import { dayBounds, localOf } from "#lib/shared/time";
import { canJoinNow, greetingAt } from "../../../components/calendar/occurrence-state.ts";
import { launcherTiles } from "../../../components/shell/directory/entries.ts";
import { insideCountsOf } from "../inside-count.ts";
import { MeetingDrawerSlot } from "../meeting-drawer-slot.tsx";
import { type PageParameters, pageParameters } from "../page-parameters.ts";
import { RoomDrawerSlot } from "../room-drawer-slot.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("meetings.home");
  return { title: t("title") };
}

export default async function HomePage({ searchParams }: { readonly searchParams: PageParameters }) {
  const context = await signedInContext();
  const { actor, now } = context;
  const day = dayBounds(now, actor.timeZone);
  const [t, parameters, licence, occurrences, recentRooms] = await Promise.all([
    getTranslations("meetings.home.greeting"),
    pageParameters(searchParams),
    getLicence(context, actor.personId),
    listOccurrences(context, { from: day.start.toISOString(), to: day.end.toISOString() }),
    listRecentRooms(context),
  ]);
  const joinable = occurrences.filter((occurrence) => canJoinNow(occurrence, now));
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
        {maySchedule ? (
          <>
            <MeetNowButton />
            <ScheduleButton />
          </>
        ) : null}
      </PageHeader>
      <Launcher tiles={launcherTiles(actor)} />
      <Today
        occurrences={occurrences}
        insideCounts={await insideCountsOf(context, joinable)}
        servedAt={servedAt}
        maySchedule={maySchedule}
      />
      {parameters.has("joined") && canReadOrganization(actor) ? (
        <JoinedNotice organization={(await getOrganization(context)).name} />
      ) : null}
      <RoomsOverview recent={recentRooms} servedAt={servedAt} mayHost={maySchedule} />
      <MeetingDrawerSlot parameters={parameters} />
      <RoomDrawerSlot parameters={parameters} />
    </>
  );
}
