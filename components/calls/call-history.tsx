"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EmptyState } from "#components/ui/empty-state";
import { useSubmit } from "#components/ui/use-submit";
import { listCallRecords } from "#lib/calls/endpoints";
import type { CallRecordFilter, CallRecordsView, CallRecordView } from "#lib/calls/schema";
import { call } from "#lib/door/call";
import { addDays, type LocalDate, localDateOf } from "#lib/shared/time";
import { dayName } from "../calendar/wording.ts";
import { useReader } from "../ui/use-reader.ts";
import styles from "./call-history.module.css";
import { CallRow } from "./call-row.tsx";
import { mergedRecords } from "./merged-records.ts";

type Props = {
  readonly filter: CallRecordFilter;
  /** The newest entries, as the server knows them now. */
  readonly first: CallRecordsView;
  readonly selectedId: string | undefined;
  readonly servedAt: string;
};

/** The person's own history by days, newest first, with earlier entries on demand. HIS-01..05 */
export function CallHistory({ filter, first, selectedId, servedAt }: Props) {
  const t = useTranslations("history");
  const reader = useReader();
  const { records, next, more, isLoading } = useRecords(first, filter);
  if (records.length === 0) return <EmptyState text={t(`empty.${filter}`)} />;
  const today = localDateOf(new Date(servedAt), reader.timeZone);
  const nameOf = (day: LocalDate) => {
    if (day === today) return t("today");
    return day === addDays(today, -1) ? t("yesterday") : dayName(day, { ...reader, today });
  };
  return (
    <>
      {daysOf(records, reader.timeZone).map(({ day, ofDay }) => (
        <section key={day} className={styles.day} aria-label={t("list", { day: nameOf(day) })}>
          <h2 className={styles.heading}>{nameOf(day)}</h2>
          <ul className={styles.list}>
            {ofDay.map((record) => (
              <CallRow
                key={record.id}
                record={record}
                filter={filter}
                isSelected={record.id === selectedId}
              />
            ))}
          </ul>
        </section>
      ))}
      {next ? (
        <Button variant="default" loading={isLoading} onClick={more}>
          {t("more")}
        </Button>
      ) : null}
      <div role="status" className={styles.status}>
        {isLoading ? t("loadingMore") : null}
      </div>
    </>
  );
}

/** The first page stays true by the server's renderings; what was loaded beyond it is kept. */
function useRecords(first: CallRecordsView, filter: CallRecordFilter) {
  const [latest, setLatest] = useState(first);
  const [records, setRecords] = useState<readonly CallRecordView[]>(first.records);
  const [next, setNext] = useState(first.next);
  const { submit, isSubmitting } = useSubmit();
  if (latest !== first) {
    setLatest(first);
    setRecords((known) => mergedRecords(known, first.records));
    if (records.length === 0) setNext(first.next);
  }
  const more = () =>
    void submit(async () => {
      if (!next) return;
      const page = await call(listCallRecords, { filter, before: next });
      setRecords((known) => mergedRecords(known, page.records));
      setNext(page.next);
    });
  return { records, next, more, isLoading: isSubmitting };
}

function daysOf(records: readonly CallRecordView[], timeZone: string) {
  const dayOf = ({ at }: CallRecordView) => localDateOf(new Date(at), timeZone);
  const days = [...new Set(records.map(dayOf))];
  return days.map((day) => ({ day, ofDay: records.filter((record) => dayOf(record) === day) }));
}
