import { Suspense } from "react";
import { CardSkeleton } from "#components/calendar/card-skeleton";
import { RoomCard } from "#components/conferences/room-card";
import { RoomDrawer } from "#components/conferences/room-drawer";
import { RoomMissing } from "#components/conferences/room-missing";
import { getRoom } from "#lib/conferences/rooms/queries";
import { RoomKey, type RoomView } from "#lib/conferences/rooms/schema";
import { qrCodeOfPage } from "#lib/door/qr-code";
import { type SignedInContext, signedInContext } from "#lib/door/signed-in";
import { DomainError } from "#lib/shared/errors";

/** The drawer of the pages that list rooms; it is open while the address names one. */
export function RoomDrawerSlot({ parameters }: { readonly parameters: URLSearchParams }) {
  const number = parameters.get("room");
  return (
    <RoomDrawer>
      {number ? (
        <Suspense key={number} fallback={<CardSkeleton />}>
          <RoomCardSlot number={number} />
        </Suspense>
      ) : null}
    </RoomDrawer>
  );
}

async function RoomCardSlot({ number }: { readonly number: string }) {
  const context = await signedInContext();
  const room = await roomFor(context, number);
  if (!room) return <RoomMissing />;
  const qrCode = await qrCodeOfPage(room.path);
  return <RoomCard room={room} qrCode={qrCode} personId={context.actor.personId} />;
}

/** Null for what does not exist and what the reader has nothing to do with: both look the same. MTG-04 */
async function roomFor(context: SignedInContext, number: string): Promise<RoomView | null> {
  const key = RoomKey.safeParse({ number });
  if (!key.success) return null;
  try {
    return await getRoom(context, key.data);
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found") return null;
    throw error;
  }
}
