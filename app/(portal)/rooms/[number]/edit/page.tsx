import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RoomForm } from "#components/conferences/room-form";
import { PageHeader } from "#components/ui/page-header";
import { getRoom } from "#lib/conferences/rooms/queries";
import { RoomKey } from "#lib/conferences/rooms/schema";
import { orNotFound, signedInContext } from "#lib/door/signed-in";

type Props = { readonly params: Promise<{ readonly number: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rooms.form");
  return { title: t("editTitle") };
}

export default async function EditRoomPage({ params }: Props) {
  const context = await signedInContext();
  const key = RoomKey.safeParse(await params);
  if (!key.success) notFound();
  const room = await orNotFound(getRoom(context, key.data));
  const t = await getTranslations("rooms.form");
  if (!room.permits.edit) return <PageHeader title={t("editTitle")} note={t("notEditable")} />;
  return (
    <>
      <PageHeader title={t("editTitle")} />
      <RoomForm room={room} owner={room.owner} />
    </>
  );
}
