"use client";

import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useSubmit } from "#components/ui/use-submit";
import { cancelEvent, cancelOccurrence, restoreOccurrence } from "#lib/calendar/endpoints";
import type { EventView } from "#lib/calendar/schema";
import { call } from "#lib/door/call";
import { formatDate, formatTime } from "#lib/shared/time";
import { ask } from "../ui/ask.tsx";
import { useReader } from "../ui/use-reader.ts";
import { hrefWith } from "./calendar-address.ts";
import type { ShownOccurrence } from "./shown-occurrence.ts";

const undoMs = 12_000;

type Cancelling = { readonly cancel: () => void; readonly restore: () => void; readonly isWorking: boolean };

/** Cancels a meeting after asking, says how many people hear of it, and takes one occurrence back. GAP-088, GAP-097 */
export function useCancelling(event: EventView, occurrence: ShownOccurrence): Cancelling {
  const t = useTranslations("meetings");
  const reader = useReader();
  const router = useRouter();
  const page = { path: usePathname(), query: useSearchParams().toString() };
  const { submit, isSubmitting } = useSubmit();
  const count = event.attendees.length;
  const key = { eventId: event.id, originalLocalStart: occurrence.originalLocalStart };
  const start = new Date(occurrence.start);
  const when = `${formatDate(start, reader)}, ${formatTime(start, reader)}`;

  const restore = () =>
    submit(async () => {
      await call(restoreOccurrence, key);
      notifications.show({ message: t("card.restored") });
      router.refresh();
    });
  const cancelOne = () =>
    submit(async () => {
      await call(cancelOccurrence, key);
      const id = notifications.show({
        autoClose: undoMs,
        message: (
          <Group justify="space-between" wrap="nowrap">
            {t("card.occurrenceIsCancelled", { when })}
            <Button
              variant="subtle"
              size="xs"
              onClick={() => {
                notifications.hide(id);
                void restore();
              }}
            >
              {t("card.undo")}
            </Button>
          </Group>
        ),
      });
      // The card stays with the one that was cancelled, where it can be taken back.
      router.replace(hrefWith(page, { event: event.id, at: occurrence.originalLocalStart }), {
        scroll: false,
      });
    });
  const cancelAll = () =>
    submit(async () => {
      await call(cancelEvent, { eventId: event.id });
      notifications.show({ message: t("card.isCancelled") });
      router.refresh();
    });

  const cancel = () => {
    const all = {
      label: event.rule ? t("askCancel.all") : t("askCancel.confirm", { count }),
      isGrave: true,
      onChosen: cancelAll,
    };
    const one = { label: t("askCancel.one"), onChosen: cancelOne };
    ask({
      title: t("askCancel.title", { title: occurrence.title }),
      text: event.rule ? t("askCancel.series", { count }) : t("askCancel.single", { count }),
      keep: t("askCancel.keep"),
      choices: event.rule && !occurrence.isCancelled ? [all, one] : [all],
    });
  };
  return { cancel, restore, isWorking: isSubmitting };
}
