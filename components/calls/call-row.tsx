"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CallRecordView } from "#lib/calls/schema";
import { formatTime } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";
import { callsHref } from "./call-address.ts";
import styles from "./call-row.module.css";
import { CallSign } from "./call-sign.tsx";
import { useCallWords } from "./use-call-words.ts";

type Props = { readonly record: CallRecordView; readonly filter: string; readonly isSelected: boolean };

/** One line of the history; a press anywhere on it shows more of it. HIS-05, HIS-06 */
export function CallRow({ record, filter, isSelected }: Props) {
  const t = useTranslations("history");
  const words = useCallWords();
  const reader = useReader();
  return (
    <li className={styles.row} data-selected={isSelected || undefined}>
      <CallSign record={record} />
      <span className={styles.words}>
        <Link
          href={callsHref({ filter, record: record.id })}
          scroll={false}
          prefetch={false}
          className={styles.title}
          aria-current={isSelected || undefined}
        >
          {record.title}
        </Link>
        <span className={styles.note}>
          {t(`kinds.${record.kind}`)} · {words.peer(record)}
        </span>
      </span>
      <span className={styles.outcome} data-outcome={record.outcome}>
        {words.outcome(record)}
      </span>
      <span className={styles.duration}>{words.duration(record)}</span>
      <time dateTime={record.at} className={styles.time}>
        {formatTime(new Date(record.at), reader)}
      </time>
    </li>
  );
}
