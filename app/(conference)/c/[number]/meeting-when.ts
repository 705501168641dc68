import type { JoinView } from "#lib/live/schema";
import type { Locale } from "#lib/shared/context";
import { addDays, formatTime, formatWhen, localDateOf, type TimeZone } from "#lib/shared/time";

type Asked = {
  /** Without a zone of the reader's own every time is said with its zone. */
  readonly reader: { readonly locale: Locale; readonly timeZone: TimeZone | null };
  readonly now: Date;
  readonly t: (day: "today" | "tomorrow", times: { from: string; to: string }) => string;
};

/** When the meeting is, as people say it; null for rooms. */
export function meetingWhen(view: Pick<JoinView, "startsAt" | "endsAt">, asked: Asked): string | null {
  if (view.startsAt === null || view.endsAt === null) return null;
  const { now, t, reader } = asked;
  const period = { start: new Date(view.startsAt), end: new Date(view.endsAt) };
  const { locale, timeZone } = reader;
  if (timeZone === null) return formatWhen(period, { locale, timeZone: "UTC" });
  const zoned = { locale, timeZone };
  const today = localDateOf(now, timeZone);
  const startsOn = localDateOf(period.start, timeZone);
  const times = { from: formatTime(period.start, zoned), to: formatTime(period.end, zoned) };
  if (startsOn !== localDateOf(period.end, timeZone)) return formatWhen(period, zoned);
  if (startsOn === today) return t("today", times);
  return startsOn === addDays(today, 1) ? t("tomorrow", times) : formatWhen(period, zoned);
}
