import { listedOccurrences, seriesOf } from "#lib/calendar/series";
import { monthAround } from "./pages.ts";
import type { Bench } from "./support/bench.ts";
import { expectStatus, openCaller, signIn } from "./support/exchange.ts";
import { atMost, type Figure, told } from "./support/figure.ts";
import { fillCalendar, seriesTimes, twoPeople } from "./support/house.ts";
import { median, percentile, timed } from "./support/statistics.ts";

const warmUp = 5;
const requests = 40;

/** One month: through the API for a person with many series, and the expansion of their rules alone. P4, P5 */
export async function measure(bench: Bench): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const count of [500, 1_000]) figures.push(...(await throughApi(bench, count)));
  return [...figures, await expansion(1_000)];
}

async function throughApi(bench: Bench, count: number): Promise<readonly Figure[]> {
  const portal = await bench.portal();
  const [ada] = await twoPeople(portal);
  await fillCalendar(portal, ada, { count });
  const caller = openCaller(portal.origin, { cookie: await signIn(portal.origin, ada) });
  const path = `/api/v1/events?${new URLSearchParams(monthAround(new Date()))}`;
  let bytes = 0;
  const once = async () => {
    const answer = await caller.ask(path);
    expectStatus(answer, 200, "month");
    bytes = answer.bytes;
  };
  await timed(warmUp, once);
  const times = await timed(requests, once);
  caller.close();
  const name = `month through the API, ${count} series`;
  return [
    told(`${name}, p50`, {
      value: median(times),
      unit: "ms",
      digits: 1,
      note: `${(bytes / 1_000).toFixed(0)} KB`,
    }),
    atMost(`${name}, p95`, { value: percentile(times, 95), goal: 25, unit: "ms", digits: 1 }),
  ];
}

/** What rrule-rust took for as many series, measured once on 2 cores. */
const rustMs = 170;

async function expansion(count: number): Promise<Figure> {
  const stored = Array.from({ length: count }, (_, index) => seriesTimes(index).times);
  const { from, to } = monthAround(new Date());
  const window = { from: new Date(from), to: new Date(to) };
  let found = 0;
  const expand = () => {
    found = stored.reduce((sum, times) => sum + listedOccurrences(seriesOf(times), window).length, 0);
  };
  await timed(warmUp, expand);
  return atMost(`expansion of ${count} series over a month`, {
    value: median(await timed(20, expand)),
    goal: rustMs,
    unit: "ms",
    digits: 1,
    note: `${found} occurrences`,
  });
}
