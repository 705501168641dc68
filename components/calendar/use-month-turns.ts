"use client";

import { useTranslations } from "next-intl";

/** Names of the buttons that turn the months of a small calendar. */
export function useMonthTurns() {
  const t = useTranslations("meetings.calendar");
  return { previous: t("previous.month"), next: t("next.month") };
}
