import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { z } from "zod";
import type { Bench } from "./support/bench.ts";
import { expectStatus, openCaller } from "./support/exchange.ts";
import { atLeast, atMost, type Figure, told } from "./support/figure.ts";
import { fillCalendar, makeFeed, twoPeople } from "./support/house.ts";
import { askUnchanged, type Load } from "./support/load.ts";
import { median, timed } from "./support/statistics.ts";

const events = 1_000;
const rounds = 5;
const roundMs = 3_000;
const coldReads = 9;

/** A calendar feed of 1,000 events: changed, and unchanged beside a server that does nothing else. P6, P7 */
export async function measure(bench: Bench): Promise<readonly Figure[]> {
  const portal = await bench.portal();
  const [ada] = await twoPeople(portal);
  await fillCalendar(portal, ada, { count: events, isMixed: true });
  const path = await makeFeed(portal, ada);
  const caller = openCaller(portal.origin);
  let bytes = 0;
  let etag = "";
  const cold = await timed(coldReads, async () => {
    const answer = await caller.ask(path);
    expectStatus(answer, 200, "feed");
    bytes = answer.bytes;
    etag = String(answer.headers.etag);
  });
  caller.close();
  const barePort = await serveBare(bench);
  const ours: Load[] = [];
  const bare: Load[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await askUnchanged(roundMs, { port: portal.port, path, etag }));
    bare.push(await askUnchanged(roundMs, { port: barePort, path: "/", etag: '"bare"' }));
  }
  const perSecond = median(ours.map((load) => load.perSecond));
  const floor = median(bare.map((load) => load.perSecond));
  return [
    atMost(`feed: ${events} events, changed, to the last byte`, {
      value: median(cold),
      goal: 40,
      unit: "ms",
      digits: 1,
      note: `median of ${coldReads}, ${(bytes / 1_000).toFixed(0)} KB; the first ${(cold[0] ?? 0).toFixed(0)} ms`,
    }),
    atLeast("feed: unchanged, 304 answers", {
      value: perSecond,
      goal: 9_000,
      unit: "/s",
      note: `16 connections, median of ${rounds}`,
    }),
    atMost("feed: unchanged, p99", {
      value: median(ours.map(({ p99Ms }) => p99Ms)),
      goal: 5,
      unit: "ms",
      digits: 1,
    }),
    told("feed: bare node:http in the same run", {
      value: floor,
      unit: "/s",
      note: `p99 ${median(bare.map(({ p99Ms }) => p99Ms)).toFixed(1)} ms; the feed is ${(perSecond / floor).toFixed(2)} × that`,
    }),
  ];
}

async function serveBare({ atEnd }: Bench): Promise<number> {
  const child = fork(join(import.meta.dirname, "support/bare-server.ts"));
  atEnd(async () => child.kill());
  const [port] = await once(child, "message");
  return z.int().parse(port);
}
