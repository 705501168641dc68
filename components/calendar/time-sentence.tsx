"use client";

import { IconClock } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ruleSentence } from "#lib/calendar/rule-sentence";
import { addDays, formatWhen, instantOf, type LocalDate, localDateOf } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";
import { type EventForm, localTimes } from "./event-draft.ts";
import { firstDay, ruleOf } from "./repetition.ts";
import styles from "./time-sentence.module.css";
import { dayName, isSameClock } from "./wording.ts";

type Props = { readonly form: EventForm; readonly servedAt: string; readonly hasRule: boolean };

/** The time as one sentence, as it will be told: "Tomorrow, 10:00–10:30, Europe/Berlin, every week on Tuesday". */
export function TimeSentence({ form, servedAt, hasRule }: Props) {
  const t = useTranslations("meetings.form");
  const reader = useReader();
  const sentence = useTimeSentence(form, servedAt);
  const rule = useRuleSentence(form);
  const times = localTimes(form);
  const period = times && {
    start: instantOf(times.start, form.timeZone),
    end: instantOf(times.end, form.timeZone),
  };
  const isElsewhere = period && !isSameClock(period, { one: form.timeZone, other: reader.timeZone });
  return (
    <div className={styles.sentence} role="status">
      <IconClock className={styles.sign} size={20} stroke={1.5} aria-hidden />
      <div>
        <p className={styles.time}>{sentence ?? t("sentenceUnfinished")}</p>
        {hasRule && rule ? <p className={styles.more}>{rule}</p> : null}
        {isElsewhere && sentence ? (
          <p className={styles.more}>{t("ownTime", { when: formatWhen(period, reader) })}</p>
        ) : null}
      </div>
    </div>
  );
}

/** The time of the first occurrence in the form's own zone; null while it is not complete. */
export function useTimeSentence(form: EventForm, servedAt: string): string | null {
  const t = useTranslations("meetings.form");
  const reader = useReader();
  const times = localTimes(form);
  if (!times || times.end <= times.start) return null;
  const today = localDateOf(new Date(servedAt), form.timeZone);
  const first = firstDay(form.repetition, form.startDate);
  const named = (date: LocalDate, isInside = false) => {
    if (date === today) return t("today");
    if (date !== addDays(today, 1)) return dayName(date, { ...reader, today });
    return isInside ? t("tomorrowInside") : t("tomorrow");
  };
  const words = {
    day: named(first),
    start: times.start.slice(11),
    end: times.end.slice(11),
    zone: form.timeZone,
  };
  if (form.endDate === form.startDate) return t("sentence", words);
  const isNext = form.endDate === addDays(form.startDate, 1);
  return t("sentenceOvernight", { ...words, endDay: named(isNext ? addDays(first, 1) : form.endDate, true) });
}

/** The repetition as a sentence; null for a meeting that takes place once. */
export function useRuleSentence(form: EventForm): string | null {
  const texts = useTranslations("calendar");
  const { locale } = useReader();
  const { repetition, startDate } = form;
  if (repetition.kind === "weekly" && repetition.weekdays.length === 0) return null;
  const rule = ruleOf(repetition, startDate);
  return rule && ruleSentence({ rule, localStart: `${startDate}T00:00` }, { locale, texts });
}
