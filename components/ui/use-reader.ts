import { useLocale, useTimeZone } from "next-intl";
import { useMemo } from "react";
import type { Reader } from "#lib/shared/time";

/** The language and the zone of the person who looks. */
export function useReader(): Reader {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  return useMemo(() => ({ locale, timeZone }), [locale, timeZone]);
}
