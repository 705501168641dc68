"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Fact, Facts } from "#components/ui/facts";
import type { CallRecordDetailView } from "#lib/calls/schema";
import { formatDate, formatTime } from "#lib/shared/time";
import { grouped } from "../calendar/wording.ts";
import { useReader } from "../ui/use-reader.ts";
import styles from "./call-detail.module.css";
import { useCallWords } from "./use-call-words.ts";

/** The main information about one entry. HIS-06, HIS-08 */
export function CallDetail({ record }: { readonly record: CallRecordDetailView }) {
  const t = useTranslations("history");
  const words = useCallWords();
  const reader = useReader();
  const { conference, kind } = record;
  const at = new Date(record.at);
  const duration = words.duration(record);
  return (
    <div className={styles.detail}>
      <h2 className={styles.title}>{record.title}</h2>
      <Facts>
        <Fact name={t("detail.kind")}>{t(`kinds.${kind}`)}</Fact>
        <Fact name={t("detail.direction")}>{t(`directions.${record.direction}`)}</Fact>
        <Fact name={t(kind === "CALL" ? "detail.peer" : "detail.host")}>{record.peerName}</Fact>
        <Fact name={t("detail.when")}>
          {formatDate(at, reader)}, {formatTime(at, reader)} ({reader.timeZone})
        </Fact>
        <Fact name={t("detail.outcome")}>{words.outcome(record)}</Fact>
        {duration ? <Fact name={t("detail.duration")}>{duration}</Fact> : null}
        {conference ? <Fact name={t("detail.number")}>{grouped(conference.number)}</Fact> : null}
      </Facts>
      <ConferencePart record={record} />
    </div>
  );
}

/** HIS-07: the way to the owner's card is offered to the owner only. */
function ConferencePart({ record }: { readonly record: CallRecordDetailView }) {
  const t = useTranslations("history.detail");
  const { conference, kind } = record;
  if (kind === "CALL") return null;
  if (!conference) return <p className={styles.note}>{t("gone")}</p>;
  if (conference.isCancelled) return <p className={styles.note}>{t("cancelled")}</p>;
  const card = cardHref(conference);
  return (
    <div className={styles.actions}>
      {conference.isOwn && card ? (
        <Button component="a" href={card}>
          {t("card")}
        </Button>
      ) : null}
      <Button component="a" href={`/c/${conference.number}`} variant="default">
        {t("join")}
      </Button>
    </div>
  );
}

/** Where the card is; null for Meet now, which stands in no list. MTG-05 */
function cardHref(conference: NonNullable<CallRecordDetailView["conference"]>): string | null {
  if (conference.eventId) return `/meetings?event=${conference.eventId}`;
  return conference.isRoom ? `/rooms?room=${conference.number}` : null;
}
