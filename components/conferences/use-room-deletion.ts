"use client";

import { notifications } from "@mantine/notifications";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useSubmit } from "#components/ui/use-submit";
import { deleteRoom } from "#lib/conferences/rooms/endpoints";
import type { RoomView } from "#lib/conferences/rooms/schema";
import { call } from "#lib/door/call";
import { hrefWith } from "../calendar/calendar-address.ts";
import { ask } from "../ui/ask.tsx";
import { useEnding } from "./use-ending.ts";

/** Deletes a room after asking; while people are inside it offers to end the meeting first. GAP-097 */
export function useRoomDeletion(room: RoomView) {
  const t = useTranslations("rooms");
  const router = useRouter();
  const page = { path: usePathname(), query: useSearchParams().toString() };
  const { submit, isSubmitting } = useSubmit();
  const { number, title, participants, isRunning } = room;
  const ending = useEnding({ number, insideCount: room.inside.count });
  const remove = () =>
    submit(async () => {
      await call(deleteRoom, { number });
      notifications.show({ message: t("card.deleted", { title }) });
      router.replace(hrefWith(page, { room: null }), { scroll: false });
      router.refresh();
    });
  const handleAsk = () =>
    isRunning
      ? ask({
          title: t("askDelete.runningTitle", { title }),
          text: t("askDelete.runningText"),
          keep: t("askDelete.keep"),
          choices: [{ label: t("askDelete.end"), isGrave: true, onChosen: ending.end }],
        })
      : ask({
          title: t("askDelete.title", { title }),
          text: t("askDelete.text", { count: participants.length }),
          keep: t("askDelete.keep"),
          choices: [{ label: t("askDelete.confirm"), isGrave: true, onChosen: remove }],
        });
  return { ask: handleAsk, isWorking: isSubmitting || ending.isEnding };
}
