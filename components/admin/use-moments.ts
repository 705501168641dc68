"use client";

import { useLocale, useTimeZone, useTranslations } from "next-intl";
import type { LicenceView } from "#lib/licences/schema";
import { formatShortDate, formatTime } from "#lib/shared/time";

/** Says instants in the reader's language and zone. */
export function useMoments() {
  const t = useTranslations("admin.licence");
  const reader = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC" };
  const dateTime = (instant: string) => {
    const at = new Date(instant);
    return `${formatShortDate(at, reader)}, ${formatTime(at, reader)}`;
  };
  const licence = ({ kind, validUntil }: LicenceView) =>
    t(kind, { until: validUntil ? dateTime(validUntil) : "" });
  return { dateTime, licence };
}
