"use client";

import { Select } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { DateField } from "#components/ui/date-field";
import { TimeField } from "#components/ui/time-field";
import { listTimeZones } from "#lib/shared/time";
import { withEndTime, withStart } from "./event-draft.ts";
import type { FieldsProps } from "./form-fields.ts";
import styles from "./time-fields.module.css";
import { useMonthTurns } from "./use-month-turns.ts";

const mostZones = 60;

/** When: the day, from and until, and in whose clock. The zone of one occurrence is that of its series. */
export function TimeFields({
  form,
  edit,
  errors,
  isZoneFixed,
}: FieldsProps & { readonly isZoneFixed: boolean }) {
  const t = useTranslations("meetings.form");
  const turns = useMonthTurns();
  const zones = useMemo(() => listTimeZones(), []);
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>{t("when")}</legend>
      <DateField
        label={t("date")}
        value={form.startDate}
        onChange={(date) => edit((before) => withStart(before, { date }), ["startTime"])}
        className={styles.date}
        turns={turns}
      />
      <TimeField
        label={t("start")}
        value={form.startTime}
        onChange={(time) => edit((before) => withStart(before, { time }), ["startTime", "endTime"])}
        error={errors.fields.startTime}
        className={styles.time}
      />
      <TimeField
        label={t("end")}
        value={form.endTime}
        onChange={(time) => edit((before) => withEndTime(before, time), ["endTime"])}
        error={errors.fields.endTime}
        className={styles.time}
      />
      {form.endDate === form.startDate ? null : (
        <DateField
          label={t("endDate")}
          value={form.endDate}
          earliest={form.startDate}
          onChange={(endDate) => edit((before) => ({ ...before, endDate }), ["endTime"])}
          className={styles.date}
          turns={turns}
        />
      )}
      {isZoneFixed ? null : (
        <Select
          label={t("timeZone")}
          data={zones.includes(form.timeZone) ? zones : [form.timeZone, ...zones]}
          value={form.timeZone}
          onChange={(timeZone) => timeZone && edit((before) => ({ ...before, timeZone }), ["timeZone"])}
          error={errors.fields.timeZone}
          searchable
          allowDeselect={false}
          limit={mostZones}
          className={styles.zone}
        />
      )}
    </fieldset>
  );
}
