"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { CallProblem, call } from "#lib/door/call";
import type { MemberList } from "#lib/organizations/imports/member-list";
import { type ImportedLine, type ImportLine, importBatchLines } from "#lib/organizations/imports/schema";
import { importMembers } from "#lib/organizations/members/endpoints";

/** How far an import is. */
export type ImportState =
  | { readonly kind: "empty"; readonly refusal?: Extract<MemberList, { kind: "refused" }>["reason"] }
  | { readonly kind: "running"; readonly isTrial: boolean; readonly done: number; readonly total: number }
  | {
      readonly kind: "checked" | "done";
      readonly report: readonly ImportedLine[];
      /** False when it stopped before the end. */
      readonly isWhole: boolean;
      readonly problem?: string;
    };

type Read = { readonly lines: readonly ImportLine[]; readonly skipped: readonly ImportedLine[] };

/** Reads a file in the browser and sends it in parts, first as a trial. */
export function useMemberImport() {
  const router = useRouter();
  const [state, setState] = useState<ImportState>({ kind: "empty" });
  const [read, setRead] = useState<Read>({ lines: [], skipped: [] });
  const run = async (list: Read, isTrial: boolean) => {
    const report = [...list.skipped];
    const total = list.lines.length;
    const kind = isTrial ? "checked" : "done";
    try {
      for (let done = 0; done < total; done += importBatchLines) {
        setState({ kind: "running", isTrial, done, total });
        const lines = list.lines.slice(done, done + importBatchLines);
        report.push(...(await call(importMembers, { isTrial, lines: [...lines] })).lines);
      }
      setState({ kind, report, isWhole: true });
    } catch (error) {
      if (!(error instanceof CallProblem)) throw error;
      const problem = error.code === "offline" ? undefined : error.message;
      setState({ kind, report, isWhole: false, problem });
    }
    if (!isTrial) router.refresh();
  };
  const check = async (file: File) => {
    const { memberList } = await import("#lib/organizations/imports/member-list");
    const list = memberList(await file.text());
    if (list.kind === "refused") return setState({ kind: "empty", refusal: list.reason });
    setRead(list);
    await run(list, true);
  };
  return {
    state,
    check,
    start: () => void run(read, false),
    reset: () => setState({ kind: "empty" }),
  };
}
