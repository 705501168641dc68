import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RoomsScreen } from "#components/conferences/rooms-screen";
import { canSchedule } from "#lib/conferences/policy";
import { listRooms } from "#lib/conferences/rooms/queries";
import { signedInContext } from "#lib/door/signed-in";
import { type PageParameters, pageParameters } from "../page-parameters.ts";
import { RoomDrawerSlot } from "../room-drawer-slot.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rooms");
  return { title: t("title") };
}

export default async function RoomsPage({ searchParams }: { readonly searchParams: PageParameters }) {
  const context = await signedInContext();
  const [parameters, rooms] = await Promise.all([pageParameters(searchParams), listRooms(context)]);
  return (
    <>
      <RoomsScreen rooms={rooms} servedAt={context.now.toISOString()} mayHost={canSchedule(context.actor)} />
      <RoomDrawerSlot parameters={parameters} />
    </>
  );
}
