import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { APIRequestContext, Page } from "@playwright/test";
import { eventsOf, readCalendar, startsIn, textOf } from "./support/calendar-reader.ts";
import { expect, test } from "./support/journey.ts";
import { type Draft, schedule } from "./support/requests.ts";
import { localIn } from "./support/wall-clock.ts";

const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"];
const dayMs = 24 * 60 * 60 * 1000;
/** Long enough for both clock changes of each zone. */
const window = { from: new Date(), to: new Date(Date.now() + 390 * dayMs) };

/** Weekly and daily series in each zone, one with a moved and a cancelled occurrence, and a single event. */
const drafts: readonly Draft[] = zones.flatMap((timeZone) => {
  const start = (time: string) => `${localIn(timeZone, 2 * 24 * 60).slice(0, 10)}T${time}`;
  const common = { timeZone, durationMinutes: 45 };
  const ends = { kind: "never" as const };
  return [
    {
      ...common,
      title: `Morning, weekly; ${timeZone}`,
      localStart: start("10:00"),
      rule: { frequency: "weekly", interval: 1, weekdays: ["MO", "SU"], ends },
    },
    {
      ...common,
      title: "Late, daily",
      localStart: start("23:30"),
      rule: { frequency: "daily", interval: 1, ends },
    },
    {
      ...common,
      title: "Month's end",
      localStart: `${start("09:00").slice(0, 8)}28T09:00`,
      rule: {
        frequency: "monthly",
        interval: 1,
        monthly: { by: "weekday", position: -1, weekday: "FR" },
        ends,
      },
    },
    { ...common, title: "Once 🌗", localStart: start("18:15") },
  ];
});

test("a calendar program that subscribed to the feed shows every meeting at the hour at which we show it, over both clock changes", async ({
  cast,
  visit,
}) => {
  test.setTimeout(180_000);
  const ada = await cast.person("Ada");
  const page = await visit(ada, "/settings/profile/other");
  const feed = await makeFeed(page);
  for (const draft of drafts) {
    const event = await schedule(page.request, draft);
    if (draft.title?.startsWith("Morning")) await disturb(page.request, event.id);
  }
  const shown = await shownStarts(page.request);
  expect(shown.length).toBeGreaterThan(3 * 390);
  const text = await (await fetch(feed)).text();
  expect(startsIn(text, window)).toEqual(shown);
  const python = process.env.ATRIUM_TEST_PYTHON;
  if (!python)
    throw new Error("ATRIUM_TEST_PYTHON names no Python with a calendar client; npm test provides it");
  expect(pythonStarts(python, text)).toEqual(shown);
});

test("INV-40 the feed's address is shown once, answers 304 while nothing changes, and can be replaced and switched off", async ({
  cast,
  visit,
}) => {
  const ada = await cast.person("Ada");
  const page = await visit(ada, "/settings/profile/other");
  const feed = await makeFeed(page);
  await page.reload();
  await expect(page.getByText(/The feed is on since/)).toBeVisible();
  expect(await page.content()).not.toContain(feed.slice(-40));

  const first = await fetch(feed);
  expect(first.status).toBe(200);
  expect(first.headers.get("content-type")).toContain("text/calendar");
  expect(first.headers.get("cache-control")).toMatch(/private|no-store|no-cache/);
  const etag = first.headers.get("etag") ?? "";
  const headers = { "if-none-match": etag };
  expect((await fetch(feed, { headers })).status).toBe(304);
  await schedule(page.request, {
    ...drafts[0],
    title: "New one",
    timeZone: "UTC",
    localStart: localIn("UTC", 60),
  });
  const second = await fetch(feed, { headers });
  expect(second.status).toBe(200);
  expect(second.headers.get("etag")).not.toBe(etag);
  const [event] = eventsOf(readCalendar(await second.text()));
  expect(event && textOf(event, "summary")).toBe("New one");

  await page.getByRole("button", { name: "Replace the address" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Replace the address" }).click();
  const replaced = await shownFeed(page);
  expect(replaced).not.toBe(feed);
  expect((await fetch(feed)).status).toBe(404);
  expect((await fetch(replaced)).status).toBe(200);

  await page.getByRole("button", { name: "Switch off" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Switch off" }).click();
  await expect(page.getByRole("button", { name: "Make the address" })).toBeVisible();
  expect((await fetch(replaced, { headers })).status).toBe(404);
});

async function makeFeed(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Make the address" }).click();
  return shownFeed(page);
}

async function shownFeed(page: Page): Promise<string> {
  const address = page.getByTitle("Address of the feed");
  await expect(address).toHaveText(/\/api\/calendar-feeds\/[\w-]{40,}\.ics$/);
  return (await address.textContent()) ?? "";
}

/** Moves the third occurrence by half a day and cancels the fifth. */
async function disturb(request: APIRequestContext, eventId: string): Promise<void> {
  const query = {
    from: window.from.toISOString(),
    to: new Date(window.from.getTime() + 60 * dayMs).toISOString(),
  };
  const all: readonly { eventId: string; originalLocalStart: string }[] = await (
    await request.get("/api/v1/events", { params: query })
  ).json();
  const own = all.filter((occurrence) => occurrence.eventId === eventId).map((one) => one.originalLocalStart);
  const path = (local: string | undefined) => `/api/v1/events/${eventId}/occurrences/${local}`;
  const moved = { localStart: `${own[2]?.slice(0, 10)}T21:45`, durationMinutes: 30 };
  expect((await request.put(path(own[2]), { data: moved })).status()).toBe(200);
  expect((await request.post(`${path(own[4])}/cancellation`, { data: {} })).status()).toBe(200);
}

async function shownStarts(request: APIRequestContext): Promise<readonly string[]> {
  const params = { from: window.from.toISOString(), to: window.to.toISOString() };
  const shown: readonly { start: string; isCancelled: boolean }[] = await (
    await request.get("/api/v1/events", { params })
  ).json();
  return shown
    .filter(
      ({ start, isCancelled }) =>
        !isCancelled && new Date(start) >= window.from && new Date(start) < window.to,
    )
    .map(({ start }) => new Date(start).toISOString())
    .sort();
}

function pythonStarts(python: string, text: string): readonly string[] {
  const script = fileURLToPath(new URL("support/read-feed.py", import.meta.url));
  const args = [script, window.from.toISOString(), window.to.toISOString()];
  const { status, stdout, stderr } = spawnSync(python, args, {
    input: text,
    encoding: "utf8",
    timeout: 60_000,
  });
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}
