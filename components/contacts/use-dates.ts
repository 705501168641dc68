import { useLocale, useTimeZone } from "next-intl";
import { formatShortDate } from "#lib/shared/time";

/** Says the day of an instant in the reader's language and zone. */
export function useDates() {
  const reader = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC" };
  return (instant: string) => formatShortDate(new Date(instant), reader);
}
