import type { Bench } from "./support/bench.ts";
import { fillOrganization, fillPortal } from "./support/crowd.ts";
import { type Caller, expectStatus, openCaller, signIn } from "./support/exchange.ts";
import { atMost, type Figure, told } from "./support/figure.ts";
import { twoPeople } from "./support/house.ts";
import { openStatementCounter, type StatementCounter } from "./support/statements.ts";
import { median, percentile, timed } from "./support/statistics.ts";

const users = 10_000;
const warmUp = 5;
const requests = 20;
const pageStatements = 4;
const apiStatements = 3;

/** The list of users of a large organization: first page, last page, a search, and the same through the API. P14, ORG-10 */
export async function measure({ portal: started }: Bench): Promise<readonly Figure[]> {
  const portal = await started();
  const [ada] = await twoPeople(portal);
  const tag = `users${Date.now()}x`;
  await fillPortal(portal, { tag, count: users });
  await fillOrganization(portal, { person: ada, tag, count: users });
  const caller = openCaller(portal.origin, { cookie: await signIn(portal.origin, ada) });
  const counter = await openStatementCounter(portal);
  const figures: Figure[] = [];
  try {
    for (const [name, path, statements] of [
      ["first page", "/organization/users", pageStatements],
      ["page 150", "/organization/users?page=150", pageStatements],
      ["search", "/organization/users?query=ivanova", pageStatements],
      ["API, first page", "/api/v1/members", apiStatements],
    ] as const) {
      figures.push(...(await measured({ name, path, statements }, caller, counter)));
    }
    return figures;
  } finally {
    caller.close();
    await counter.close();
  }
}

type Visit = { readonly name: string; readonly path: string; readonly statements: number };

async function measured(
  { name, path, statements }: Visit,
  caller: Caller,
  counter: StatementCounter,
): Promise<readonly Figure[]> {
  const what = `${users.toLocaleString("en")} users, ${name}`;
  const once = async () => expectStatus(await caller.ask(path), 200, what);
  await timed(warmUp, once);
  const times = await timed(requests, once);
  const count = (await counter.count(once)).length;
  return [
    told(`server time: ${what}`, {
      value: median(times),
      unit: "ms",
      digits: 1,
      note: `p95 ${percentile(times, 95).toFixed(1)} ms`,
    }),
    atMost(`SQL statements: ${what}`, { value: count, goal: statements, unit: "" }),
  ];
}
