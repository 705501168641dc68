import type { Bench, MeasuredPortal } from "./support/bench.ts";
import { type Caller, expectStatus, openCaller, signIn } from "./support/exchange.ts";
import { atMost, type Figure, told } from "./support/figure.ts";
import { fillCalendar, makeFeed, makeRoom, type Person, timeZone, twoPeople } from "./support/house.ts";
import { openStatementCounter, type StatementCounter } from "./support/statements.ts";
import { median, timed } from "./support/statistics.ts";

const warmUp = 5;
const requests = 20;

/** Time to the last byte of each page for one reader on an open connection, and its SQL statements. P14 */
export async function measure({ portal: started }: Bench): Promise<readonly Figure[]> {
  const portal = await started();
  const people = await twoPeople(portal);
  const [ada] = people;
  await portal.db.person.update({ where: { id: ada.id }, data: { isServerAdmin: true } });
  await fillCalendar(portal, ada, { count: 40 });
  const counter = await openStatementCounter(portal);
  try {
    const figures: Figure[] = [];
    for (const visit of await visitsOf(portal, people)) figures.push(...(await measured(visit, counter)));
    return figures;
  } finally {
    await counter.close();
  }
}

type Visit = {
  readonly name: string;
  readonly path: string;
  readonly caller: Caller;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly mostStatements: number;
};

const pageStatements = 4;

async function visitsOf(
  portal: MeasuredPortal,
  people: readonly [Person, Person],
): Promise<readonly Visit[]> {
  const [ada] = people;
  const guest = openCaller(portal.origin);
  const caller = openCaller(portal.origin, { cookie: await signIn(portal.origin, ada) });
  const event = await portal.db.event.findFirstOrThrow({ where: { organizerId: ada.id } });
  const feed = await makeFeed(portal, ada);
  const { headers } = await guest.ask(feed);
  const month = new URLSearchParams(monthAround(new Date()));
  const page = (name: string, path: string): Visit => ({
    name,
    path,
    caller,
    mostStatements: pageStatements,
  });
  return [
    { ...page("sign-in", "/sign-in"), caller: guest },
    page("main page", "/home"),
    page("calendar", "/meetings?view=calendar"),
    page("list of meetings", "/meetings?view=list"),
    page("meeting's card", `/meetings?view=list&event=${event.id}`),
    page("schedule form", "/meetings/new"),
    page("join page", await makeRoom(portal, people)),
    page("call history", "/calls"),
    page("directory", "/directory"),
    page("settings", "/settings"),
    page("my account", "/settings/account"),
    page("contact requests", "/contact-requests"),
    page("organization", "/organization"),
    page("control panel, accounts", "/admin/settings"),
    page("control panel, people", "/admin/people"),
    { ...page("API: a month", `/api/v1/events?${month}`), mostStatements: 2 },
    {
      ...page("feed, unchanged", feed),
      caller: guest,
      headers: { "if-none-match": String(headers.etag) },
      status: 304,
      mostStatements: 1,
    },
  ];
}

/** From the first to the last day of a month as its own zone has them is near enough. */
export function monthAround(now: Date): { readonly from: string; readonly to: string } {
  const [year = "", month = ""] = new Intl.DateTimeFormat("sv-SE", { timeZone }).format(now).split("-");
  const from = Date.UTC(Number(year), Number(month) - 1, 1);
  return {
    from: new Date(from).toISOString(),
    to: new Date(Date.UTC(Number(year), Number(month), 1)).toISOString(),
  };
}

async function measured(visit: Visit, counter: StatementCounter): Promise<readonly Figure[]> {
  const { name, path, caller, headers, status = 200, mostStatements } = visit;
  const once = async () => expectStatus(await caller.ask(path, { headers }), status, name);
  await timed(warmUp, once);
  const times = await timed(requests, once);
  const counts: number[] = [];
  for (let round = 0; round < 3; round++) counts.push((await counter.count(once)).length);
  return [
    told(`server time: ${name}`, {
      value: median(times),
      unit: "ms",
      digits: 1,
      note: `median of ${requests}`,
    }),
    atMost(`SQL statements: ${name}`, { value: median(counts), goal: mostStatements, unit: "" }),
  ];
}
