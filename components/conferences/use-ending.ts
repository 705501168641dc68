"use client";

import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useSubmit } from "#components/ui/use-submit";
import type { ConferenceNumber } from "#lib/conferences/schema";
import { call } from "#lib/door/call";
import { endConference } from "#lib/live/endpoints";
import { ask } from "../ui/ask.tsx";

type Running = { readonly number: ConferenceNumber; readonly insideCount: number };

/** Ends what runs, after saying how many people that disconnects. GAP-091 */
export function useEnding({ number, insideCount: count }: Running) {
  const t = useTranslations("rooms.controls");
  const router = useRouter();
  const { submit, isSubmitting } = useSubmit();
  const end = () =>
    submit(async () => {
      await call(endConference, { number });
      notifications.show({ message: t("ended") });
      router.refresh();
    });
  const handleAsk = () =>
    ask({
      title: t("endTitle"),
      text: t("endText", { count }),
      keep: t("endKeep"),
      choices: [{ label: t("end"), isGrave: true, onChosen: end }],
    });
  return { ask: handleAsk, end, isEnding: isSubmitting };
}
