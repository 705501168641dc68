import { describe, expect, it } from "vitest";
import { CallRecordView } from "#lib/calls/schema";
import { callsHref } from "../../../components/calls/call-address.ts";
import { callDuration } from "../../../components/calls/call-duration.ts";
import { mergedRecords } from "../../../components/calls/merged-records.ts";

function record(wish: {
  readonly id: number;
  readonly at: string;
  readonly outcome?: "RUNNING" | "ANSWERED";
}) {
  return CallRecordView.parse({
    id: `01a2013b-b3ee-745c-838e-${String(wish.id).padStart(12, "0")}`,
    kind: "CONFERENCE",
    direction: "IN",
    outcome: wish.outcome ?? "ANSWERED",
    title: `Meeting ${wish.id}`,
    peerName: "Ben Okafor",
    conferenceNumber: null,
    at: wish.at,
    durationSeconds: null,
  });
}

const early = record({ id: 1, at: "2026-11-20T10:00:00Z" });
const late = record({ id: 2, at: "2026-11-22T10:00:00Z" });

describe("the entries of the history", () => {
  it("GAP-102 stand newest first, whatever page they came with", () => {
    const newest = record({ id: 3, at: "2026-11-23T10:00:00Z" });
    expect(mergedRecords([late, early], [newest])).toEqual([newest, late, early]);
    expect(mergedRecords([late], [early])).toEqual([late, early]);
  });

  it("are there once, as they were read last", () => {
    const running = record({ id: 2, at: late.at, outcome: "RUNNING" });
    expect(mergedRecords([running, early], [late])).toEqual([late, early]);
  });

  it("keep one order when two are of the same moment", () => {
    const other = record({ id: 9, at: late.at });
    expect(mergedRecords([late], [other])).toEqual(mergedRecords([other], [late]));
  });
});

describe("how long an entry took", () => {
  it.each([
    [0, { unit: "seconds", values: { seconds: 0 } }],
    [59, { unit: "seconds", values: { seconds: 59 } }],
    [60, { unit: "minutes", values: { minutes: 1 } }],
    [3_569, { unit: "minutes", values: { minutes: 59 } }],
    [3_590, { unit: "hours", values: { hours: 1, minutes: 0 } }],
    [5_400, { unit: "hours", values: { hours: 1, minutes: 30 } }],
  ])("%i seconds are said in the unit that people would take", (seconds, duration) => {
    expect(callDuration(seconds)).toEqual(duration);
  });
});

describe("the address of the history", () => {
  it("names the filter and the selected entry, and nothing that is usual", () => {
    expect(callsHref({ filter: "all" })).toBe("/calls");
    expect(callsHref({ filter: "missed" })).toBe("/calls?filter=missed");
    expect(callsHref({ filter: "missed", record: early.id })).toBe(`/calls?filter=missed&record=${early.id}`);
  });
});
