import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RoomForm } from "#components/conferences/room-form";
import { PageHeader } from "#components/ui/page-header";
import { canSchedule } from "#lib/conferences/policy";
import { signedInContext } from "#lib/door/signed-in";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rooms.form");
  return { title: t("newTitle") };
}

export default async function NewRoomPage() {
  const { actor } = await signedInContext();
  const t = await getTranslations("rooms.form");
  if (!canSchedule(actor)) return <PageHeader title={t("newTitle")} note={t("notAllowed")} />;
  return (
    <>
      <PageHeader title={t("newTitle")} />
      <RoomForm
        room={null}
        owner={{ personId: actor.personId, name: actor.displayName, avatarId: actor.avatarId }}
      />
    </>
  );
}
