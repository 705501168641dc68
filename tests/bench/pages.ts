import { type Bench, signedInFetch } from "./bench.ts";
import { atMost, type Figure, quantile, timed, told } from "./figure.ts";
import { scheduleSeries } from "./series.ts";
import { countStatements } from "./statements.ts";

const rounds = 30;
const statementsLimit = 4;

/** Time and statements of each page, as the server answers it. P14 */
export async function measurePages(bench: Bench): Promise<readonly Figure[]> {
  const send = await signedInFetch(bench, await bench.cast.person("Cleo"));
  await scheduleSeries(send, 20);
  const draft = { title: "Soon", timeZone: "UTC", localStart: minutesAhead(5) };
  const event = await (await send("/api/v1/events", draft)).json();
  const signedOut = async (path: string) => fetch(`${bench.portal.origin}${path}`);
  const pages = [
    { path: "/sign-in", read: signedOut },
    ...["/home", "/meetings", "/calls", "/settings", event.conference.path].map((path) => ({
      path,
      read: send,
    })),
  ];
  const figures: Figure[] = [];
  for (const { path, read } of pages) {
    const name = path.startsWith("/c/") ? "join page" : path;
    const whole = async () => (await read(path)).arrayBuffer();
    await timed(5, whole);
    figures.push(told(`${name}, median`, quantile(await timed(rounds, whole), 0.5), "ms"));
    const statements = await countStatements(bench, whole);
    figures.push(atMost(`${name}, SQL statements (P14)`, statements, { limit: statementsLimit, unit: "" }));
  }
  return figures;
}

function minutesAhead(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 16);
}
