import type { Translation } from "../catalogue.ts";
import type { calendar as english } from "../en/calendar.ts";

export const calendar: Translation<typeof english> = {
  rule: {
    daily: "{interval, plural, =1 {Jeden Tag} other {Alle # Tage}}",
    weekly: "{interval, plural, =1 {Jede Woche} other {Alle # Wochen}} am {weekdays}",
    monthlyByDate: "{interval, plural, =1 {Jeden Monat} other {Alle # Monate}} am {day}.",
    monthlyByWeekday:
      "{interval, plural, =1 {Jeden Monat} other {Alle # Monate}} am {position, select, first {ersten} second {zweiten} third {dritten} fourth {vierten} other {letzten}} {weekday}",
    yearly: "{interval, plural, =1 {Jedes Jahr} other {Alle # Jahre}} am selben Tag",
    until: "{rule}, bis {date}",
    count: "{rule}, {count, plural, =1 {einmal} other {#-mal}}",
  },
  weekday: {
    MO: "Montag",
    TU: "Dienstag",
    WE: "Mittwoch",
    TH: "Donnerstag",
    FR: "Freitag",
    SA: "Samstag",
    SU: "Sonntag",
  },
};
