import { type Bench, signedInFetch } from "./bench.ts";
import { atMost, type Figure, quantile, timed, told } from "./figure.ts";
import { scheduleSeries } from "./series.ts";

const rounds = 60;

/** A month of the calendar through the API, with 500 and with 1,000 series. P5 */
export async function measureCalendar(bench: Bench): Promise<readonly Figure[]> {
  const send = await signedInFetch(bench, await bench.cast.person("Ada"));
  const from = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000);
  const to = new Date(from.getTime() + 31 * 24 * 60 * 60 * 1000);
  const path = `/api/v1/events?from=${from.toISOString()}&to=${to.toISOString()}`;
  const figures: Figure[] = [];
  for (const count of [500, 1_000]) {
    await scheduleSeries(send, 500);
    const read = async () => (await send(path)).arrayBuffer();
    await timed(10, read);
    const times = await timed(rounds, read);
    figures.push(told(`month, ${count} series, median`, quantile(times, 0.5), "ms"));
    figures.push(
      atMost(`month, ${count} series, p95 (P5)`, quantile(times, 0.95), { limit: 25, unit: "ms" }),
    );
  }
  return figures;
}
