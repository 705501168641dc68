import { type Bench, signedInFetch } from "./bench.ts";
import { atLeast, atMost, type Figure, quantile, timed, told } from "./figure.ts";
import { applyLoad } from "./load.ts";
import { scheduleSeries } from "./series.ts";
import { countStatements } from "./statements.ts";

const events = 1_000;

/** The feed of a thousand events, read whole and asked for when it did not change. P6, P7 */
export async function measureFeed(bench: Bench): Promise<readonly Figure[]> {
  const send = await signedInFetch(bench, await bench.cast.person("Ben"));
  await scheduleSeries(send, events);
  const { path } = await (await send("/api/v1/calendar-feed", {})).json();
  const url = `${bench.portal.origin}${path}`;
  const first = await fetch(url);
  const sizeKb = (await first.arrayBuffer()).byteLength / 1_000;
  const etag = first.headers.get("etag") ?? "";
  const cold = await timed(15, async () => (await fetch(url)).arrayBuffer());
  const request = [
    `GET ${path} HTTP/1.1`,
    `Host: localhost:${bench.portal.port}`,
    `If-None-Match: ${etag}`,
    "\r\n",
  ].join("\r\n");
  const load = { port: bench.portal.port, request, connections: 16 };
  await applyLoad({ ...load, seconds: 1 });
  const { perSecond, latenciesMs, statuses } = await applyLoad({ ...load, seconds: 5 });
  const isRight = statuses.size === 1 && statuses.has("304");
  if (!isRight) throw new Error(`the feed answered ${[...statuses].join(", ")} instead of 304`);
  const statements = await countStatements(bench, async () => {
    await fetch(url, { headers: { "if-none-match": etag } });
  });
  return [
    told("feed of 1,000 events, size", sizeKb, "kB"),
    atMost("feed of 1,000 events, to the last byte, median (P7)", quantile(cold, 0.5), {
      limit: 40,
      unit: "ms",
    }),
    atLeast("feed, 304, 16 connections (P6)", perSecond, { limit: 9_000, unit: "/s" }),
    atMost("feed, 304, p99 (P6)", quantile(latenciesMs, 0.99), { limit: 5, unit: "ms" }),
    atMost("feed, 304, SQL statements (P6)", statements, { limit: 1, unit: "" }),
  ];
}
