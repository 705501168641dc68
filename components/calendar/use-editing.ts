"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { EventId } from "#lib/shared/ids";
import type { LocalDateTime } from "#lib/shared/time";
import { ask } from "../ui/ask.tsx";

type Chosen = {
  readonly eventId: EventId;
  /** The occurrence of a series that was meant; null for an event that takes place once. */
  readonly at: LocalDateTime | null;
};

/** Opens the form for a meeting; of a series it asks first which ones are meant. GAP-088 */
export function useEditing(): (chosen: Chosen) => void {
  const t = useTranslations("meetings.askEdit");
  const router = useRouter();
  return ({ eventId, at }) => {
    const form = `/meetings/${eventId}/edit`;
    if (at === null) return router.push(form);
    ask({
      title: t("title"),
      text: t("text"),
      keep: t("keep"),
      choices: [
        { label: t("all"), onChosen: () => router.push(form) },
        { label: t("one"), onChosen: () => router.push(`${form}?at=${encodeURIComponent(at)}`) },
      ],
    });
  };
}
