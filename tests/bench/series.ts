import type { signedInFetch } from "./bench.ts";

type Send = Awaited<ReturnType<typeof signedInFetch>>;

const zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"];
const lanes = 6;

/** Schedules so many recurring meetings of different kinds, from tomorrow on. */
export async function scheduleSeries(send: Send, count: number): Promise<void> {
  const date = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const schedule = (index: number) =>
    send("/api/v1/events", {
      title: `Series ${index}`,
      timeZone: zones[index % zones.length],
      localStart: `${date}T${String(8 + (index % 10)).padStart(2, "0")}:${index % 2 ? "30" : "00"}`,
      durationMinutes: 45,
      rule: ruleOf(index),
    });
  const lane = async (first: number) => {
    for (let index = first; index < count; index += lanes) await schedule(index);
  };
  await Promise.all(Array.from({ length: lanes }, (_, first) => lane(first)));
}

function ruleOf(index: number): object {
  const common = { interval: 1, ends: { kind: "never" } };
  switch (index % 4) {
    case 0:
      return { ...common, frequency: "daily" };
    case 1:
      return { ...common, frequency: "weekly", weekdays: ["MO", "WE"] };
    case 2:
      return { ...common, frequency: "weekly" };
    default:
      return { ...common, frequency: "monthly", monthly: { by: "date" } };
  }
}
