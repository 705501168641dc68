"use client";

import { useTranslations } from "next-intl";
import type { CallProblem } from "#lib/door/call";
import { formatShortDate, formatTime } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";
import { sentenceOf } from "../ui/use-submit.tsx";

/** The server's sentence; the end of a lock in the reader's own zone. GAP-034 */
export function useWordedProblem(): (problem: CallProblem) => string {
  const t = useTranslations();
  const reader = useReader();
  return (problem) => {
    if (problem.reason !== "accountLocked") return sentenceOf(problem, t("shell.problem.offline"));
    const until = new Date(problem.values.until ?? 0);
    const when = `${formatShortDate(until, reader)}, ${formatTime(until, reader)}`;
    return t("accounts.signIn.locked", { until: when });
  };
}
