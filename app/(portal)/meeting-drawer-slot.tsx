import { Suspense } from "react";
import { CardSkeleton } from "#components/calendar/card-skeleton";
import { MeetingDrawer } from "#components/calendar/meeting-drawer";
import { cardAddress } from "../../components/calendar/calendar-address.ts";
import { MeetingCardSlot } from "./meeting-card-slot.tsx";

/** The drawer of the pages that list meetings; it is open while the address names one. */
export function MeetingDrawerSlot({ parameters }: { readonly parameters: URLSearchParams }) {
  const address = cardAddress(parameters);
  return (
    <MeetingDrawer>
      {address ? (
        <Suspense key={`${address.eventId} ${address.at}`} fallback={<CardSkeleton />}>
          <MeetingCardSlot eventId={address.eventId} at={address.at} />
        </Suspense>
      ) : null}
    </MeetingDrawer>
  );
}
