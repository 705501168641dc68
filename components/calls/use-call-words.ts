import { useTranslations } from "next-intl";
import type { CallRecordView } from "#lib/calls/schema";
import { callDuration } from "./call-duration.ts";

/** What a line of the history says, in words. HIS-05 */
export function useCallWords() {
  const t = useTranslations("history");
  return {
    outcome({ kind, outcome }: CallRecordView): string {
      const isAttended = outcome === "ANSWERED" && kind !== "CALL";
      return t(`outcomes.${isAttended ? "attended" : outcome}`);
    },
    peer({ kind, direction, peerName }: CallRecordView): string {
      if (kind === "CALL") return t("with", { name: peerName });
      if (direction === "OUT") return t("yours");
      return t(kind === "CONFERENCE_INVITATION" ? "from" : "by", { name: peerName });
    },
    duration({ durationSeconds }: CallRecordView): string | null {
      if (durationSeconds === null) return null;
      const duration = callDuration(durationSeconds);
      switch (duration.unit) {
        case "hours":
          return t("duration.hours", duration.values);
        case "minutes":
          return t("duration.minutes", duration.values);
        case "seconds":
          return t("duration.seconds", duration.values);
      }
    },
  };
}
