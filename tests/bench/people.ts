import type { Bench } from "./support/bench.ts";
import { fillContacts, fillOrganization, fillPortal } from "./support/crowd.ts";
import { expectStatus, openCaller, signIn } from "./support/exchange.ts";
import { atMost, type Figure, told } from "./support/figure.ts";
import { twoPeople } from "./support/house.ts";
import { openStatementCounter } from "./support/statements.ts";
import { median, percentile, timed } from "./support/statistics.ts";

const people = 100_000;
const colleagues = 10_000;
const contacts = 500;
const warmUp = 5;
const requests = 40;

/** Common names, two words, and nobody; the part of an address that many have is added. */
const queries = ["ivanova", "greta", "jansen 4711", "zzzz nobody"];

/** Choosing people to invite: colleagues and contacts among everybody with an account. P13 */
export async function measure({ portal: started }: Bench): Promise<readonly Figure[]> {
  const portal = await started();
  const [ada] = await twoPeople(portal);
  const tag = `people${Date.now()}x`;
  await fillPortal(portal, { tag, count: people });
  await fillOrganization(portal, { person: ada, tag, count: colleagues });
  await fillContacts(portal, { person: ada, tag, count: contacts });
  const caller = openCaller(portal.origin, { cookie: await signIn(portal.origin, ada) });
  const counter = await openStatementCounter(portal);
  const ask = async (query: string) =>
    expectStatus(await caller.ask(`/api/v1/people?${new URLSearchParams({ query })}`), 200, "people search");
  try {
    const times: number[] = [];
    for (const query of [...queries, tag]) {
      await timed(warmUp, () => ask(query));
      times.push(...(await timed(requests, () => ask(query))));
    }
    const [query = ""] = queries;
    const statements = (await counter.count(() => ask(query))).length;
    const name = `people search, ${people.toLocaleString("en")} accounts`;
    return [
      told(`${name}, p50`, { value: median(times), unit: "ms", digits: 1 }),
      atMost(`${name}, p95`, { value: percentile(times, 95), goal: 10, unit: "ms", digits: 1 }),
      atMost(`SQL statements: ${name}`, { value: statements, goal: 2, unit: "" }),
    ];
  } finally {
    caller.close();
    await counter.close();
  }
}
