"use client";

import { Chip, NumberInput, Select } from "@mantine/core";
import { useTranslations } from "next-intl";
import { DateField } from "#components/ui/date-field";
import { type Weekday, weekdayOf, weekdays } from "#lib/calendar/recurrence-rule";
import type { LocalDate } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";
import type { FieldsProps } from "./form-fields.ts";
import { type Repetition, type RepetitionKind, repetitionKinds, repetitionKindsOn } from "./repetition.ts";
import styles from "./repetition-fields.module.css";
import { useMonthTurns } from "./use-month-turns.ts";
import { dayAndMonth } from "./wording.ts";

const longestInterval = 99;
const mostTimes = 730;
const ends = ["never", "until", "count"] as const;

/** Whether and how the meeting repeats; only what the choice needs is asked for. GAP-088 */
export function RepetitionFields({ form, edit, errors }: FieldsProps) {
  const t = useTranslations("meetings.form");
  const { repetition, startDate } = form;
  const label = useKindLabel(startDate);
  const set = (change: Partial<Repetition>) =>
    edit(
      (before) => ({ ...before, repetition: { ...before.repetition, ...change } }),
      ["repetition", "until"],
    );
  const kind = (value: string | null) => repetitionKinds.find((known) => known === value) ?? "none";
  return (
    <div className={styles.fields}>
      <Select
        label={t("repetition")}
        data={repetitionKindsOn(startDate).map((value) => ({ value, label: label(value) }))}
        value={repetition.kind}
        onChange={(value) => set({ kind: kind(value) })}
        error={repetition.kind === "weekly" ? undefined : errors.fields.repetition}
        allowDeselect={false}
        className={styles.kind}
      />
      {repetition.kind === "none" || repetition.kind === "weekdays" ? null : (
        <Interval repetition={repetition} onChange={(interval) => set({ interval })} />
      )}
      {repetition.kind === "weekly" ? (
        <Weekdays
          chosen={repetition.weekdays}
          error={errors.fields.repetition}
          onChange={(chosen) => set({ weekdays: chosen })}
        />
      ) : null}
      {repetition.kind === "none" ? null : (
        <End repetition={repetition} startDate={startDate} error={errors.fields.until} onChange={set} />
      )}
    </div>
  );
}

function useKindLabel(date: LocalDate) {
  const t = useTranslations("meetings.form.kinds");
  const names = useTranslations("calendar.weekday");
  const { locale } = useReader();
  const day = Number(date.slice(8));
  const weekday = names(weekdayOf(date));
  return (kind: RepetitionKind) => {
    if (kind === "monthlyByDate") return t(kind, { day });
    if (kind === "monthlyByWeekday") return t(kind, { position: `n${Math.ceil(day / 7)}`, weekday });
    if (kind === "monthlyByLastWeekday") return t(kind, { weekday });
    return kind === "yearly" ? t(kind, { date: dayAndMonth(date, locale) }) : t(kind);
  };
}

function Interval({
  repetition,
  onChange,
}: {
  readonly repetition: Repetition;
  readonly onChange: (interval: number) => void;
}) {
  const t = useTranslations("meetings.form");
  const { kind, interval } = repetition;
  const unit = kind === "daily" || kind === "weekly" || kind === "yearly" ? kind : "monthly";
  return (
    <NumberInput
      label={t("interval")}
      value={interval}
      onChange={(value) => onChange(whole(value, longestInterval))}
      min={1}
      max={longestInterval}
      allowDecimal={false}
      suffix={` ${t(`intervalUnits.${unit}`, { count: interval })}`}
      className={styles.interval}
    />
  );
}

type WeekdaysProps = {
  readonly chosen: readonly Weekday[];
  readonly error: string | undefined;
  readonly onChange: (chosen: readonly Weekday[]) => void;
};

function Weekdays({ chosen, error, onChange }: WeekdaysProps) {
  const t = useTranslations("meetings.form");
  const names = useTranslations("calendar.weekday");
  return (
    <fieldset className={styles.days}>
      <legend className={styles.legend}>{t("onDays")}</legend>
      <Chip.Group
        multiple
        value={[...chosen]}
        onChange={(values) => onChange(weekdays.filter((day) => values.includes(day)))}
      >
        {weekdays.map((day) => (
          <Chip
            key={day}
            value={day}
            aria-label={names(day)}
            aria-invalid={error ? true : undefined}
            size="sm"
            variant="light"
          >
            {t(`shortDays.${day}`)}
          </Chip>
        ))}
      </Chip.Group>
      {error ? <p className={styles.error}>{error}</p> : null}
    </fieldset>
  );
}

type EndProps = {
  readonly repetition: Repetition;
  readonly startDate: LocalDate;
  readonly error: string | undefined;
  readonly onChange: (change: Partial<Repetition>) => void;
};

function End({ repetition, startDate, error, onChange }: EndProps) {
  const t = useTranslations("meetings.form");
  const turns = useMonthTurns();
  return (
    <>
      <Select
        label={t("ends")}
        data={ends.map((value) => ({ value, label: t(`endKinds.${value}`) }))}
        value={repetition.ends}
        onChange={(value) => onChange({ ends: ends.find((known) => known === value) ?? "never" })}
        allowDeselect={false}
        className={styles.end}
      />
      {repetition.ends === "until" ? (
        <DateField
          label={t("lastDay")}
          value={repetition.until}
          earliest={startDate}
          onChange={(until) => onChange({ until })}
          turns={turns}
          error={error}
          className={styles.end}
        />
      ) : null}
      {repetition.ends === "count" ? (
        <NumberInput
          label={t("times")}
          value={repetition.count}
          onChange={(value) => onChange({ count: whole(value, mostTimes) })}
          min={1}
          max={mostTimes}
          allowDecimal={false}
          error={error}
          className={styles.interval}
        />
      ) : null}
    </>
  );
}

/** A whole number from 1 to the most; 1 while nothing usable is typed. */
function whole(value: string | number, most: number): number {
  const typed = Math.trunc(Number(value));
  return Number.isFinite(typed) ? Math.min(Math.max(typed, 1), most) : 1;
}
