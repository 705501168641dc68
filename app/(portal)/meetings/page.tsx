import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MeetingsScreen } from "#components/calendar/meetings-screen";
import { canScheduleEvent } from "#lib/calendar/policy";
import { listOccurrences } from "#lib/calendar/queries";
import type { EventWindow } from "#lib/calendar/schema";
import { type SignedInContext, signedInContext } from "#lib/door/signed-in";
import { localDateOf } from "#lib/shared/time";
import {
  gridWindow,
  listDays,
  listWindow,
  meetingsAddress,
} from "../../../components/calendar/calendar-address.ts";
import { MeetingDrawerSlot } from "../meeting-drawer-slot.tsx";
import { type PageParameters, pageParameters } from "../page-parameters.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("meetings");
  return { title: t("title") };
}

export default async function MeetingsPage({ searchParams }: { readonly searchParams: PageParameters }) {
  const context = await signedInContext();
  const parameters = await pageParameters(searchParams);
  const { actor, now } = context;
  const { timeZone } = actor;
  const { view, date } = meetingsAddress(parameters);
  const today = localDateOf(now, timeZone);
  // Without a view in the address the width of the window decides, which only the browser knows: both are brought along.
  const [grid, list] = await Promise.all([
    view === "list" ? null : serve(context, gridWindow(date ?? today, timeZone)),
    view === "calendar" ? null : serve(context, listWindow(today, { days: listDays, timeZone })),
  ]);
  return (
    <>
      <MeetingsScreen
        grid={grid}
        list={list}
        servedAt={now.toISOString()}
        maySchedule={canScheduleEvent(actor)}
      />
      <MeetingDrawerSlot parameters={parameters} />
    </>
  );
}

async function serve(context: SignedInContext, window: EventWindow) {
  return { ...window, occurrences: await listOccurrences(context, window) };
}
