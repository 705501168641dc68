import type { LocalDateTime } from "#lib/shared/time";

/** The time that a person typed as `9`, `930`, `9:30`, `9.30` or `9:30 pm`, as `HH:MM`; null when it is none. */
export function clockTime(text: string): string | null {
  const match = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm|uhr)?$/i.exec(text.trim());
  if (!match) return null;
  const half = match[3]?.toLowerCase();
  const typed = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  const isHalf = half === "am" || half === "pm";
  if (isHalf && (typed < 1 || typed > 12)) return null;
  const hour = isHalf ? (typed % 12) + (half === "pm" ? 12 : 0) : typed;
  if (hour > 23 || minute > 59) return null;
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** The time some minutes later on the clock's face, round midnight too. */
export function turnedClock(time: string, minutes: number): string {
  const whole = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes;
  const turned = ((whole % 1440) + 1440) % 1440;
  return `${twoDigits(Math.floor(turned / 60))}:${twoDigits(turned % 60)}`;
}

/** `HH:MM` of a wall-clock time. */
export function clockOf(local: LocalDateTime): string {
  return local.slice(11);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
