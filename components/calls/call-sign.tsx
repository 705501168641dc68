import {
  IconMail,
  IconPhoneIncoming,
  IconPhoneOutgoing,
  IconPhoneX,
  IconVideo,
  IconVideoOff,
  IconVideoPlus,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { CallRecordView } from "#lib/calls/schema";
import styles from "./call-row.module.css";

/** The sign before a line: kind and direction at a glance, in words for screen readers. */
export function CallSign({ record }: { readonly record: CallRecordView }) {
  const t = useTranslations("history");
  const Icon = iconOf(record);
  const direction = t(`directions.${record.direction}`);
  return (
    <span
      className={styles.sign}
      data-outcome={record.outcome}
      role="img"
      aria-label={direction}
      title={direction}
    >
      <Icon size={20} stroke={1.5} aria-hidden />
    </span>
  );
}

function iconOf({ kind, direction, outcome }: CallRecordView) {
  if (kind === "CONFERENCE_INVITATION") return IconMail;
  const isOut = direction === "OUT";
  if (kind === "CALL")
    return outcome === "MISSED" ? IconPhoneX : isOut ? IconPhoneOutgoing : IconPhoneIncoming;
  return outcome === "MISSED" ? IconVideoOff : isOut ? IconVideoPlus : IconVideo;
}
