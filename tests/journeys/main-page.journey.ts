import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey.ts";
import { schedule } from "./support/requests.ts";
import { localIn } from "./support/wall-clock.ts";

const zones = ["America/Los_Angeles", "America/New_York", "Europe/Berlin", "Asia/Kolkata", "Asia/Tokyo"];
const dayMinutes = 24 * 60;

/** A zone in which the day is neither just beginning nor about to end. */
function zoneAtDaytime(): string {
  const zone = zones.find((name) => /T(0[6-9]|1\d|20):/.test(localIn(name, 0)));
  if (!zone) throw new Error("it is night everywhere");
  return zone;
}

/** The line's place is directly below the name, before anything else of the page. */
async function expectBelowName(page: Page, text: string | RegExp): Promise<void> {
  const name = await page.getByRole("heading", { level: 1 }).boundingBox();
  const line = await page.getByText(text).first().boundingBox();
  const gap = (line?.y ?? 0) - (name?.y ?? 0) - (name?.height ?? 0);
  expect(gap).toBeGreaterThanOrEqual(-1);
  expect(gap).toBeLessThan(24);
}

test("PRO-06 PRO-08 PRO-09 PRO-10 PRO-13 PRO-14 GAP-085 the main page says below the name what the PRO licence is", async ({
  cast,
  db,
  visit,
}) => {
  const ada = await visit(await cast.person("Ada"), "/home");
  await expectBelowName(ada, "Permanent PRO licence");
  await expect(ada.getByText(/until|Renew/)).toHaveCount(0);
  await ada.getByRole("button", { name: "What the PRO licence is for" }).click();
  await expect(ada.getByText("Yours is permanent and needs no renewal.")).toBeVisible();

  const ben = await cast.person("Ben", { licence: "temporary" });
  const bens = await visit(ben, "/home");
  await expectBelowName(bens, /^PRO licence until (today|tomorrow), \d\d:\d\d/);
  await bens.getByRole("button", { name: "What the PRO licence is for" }).click();
  await expect(bens.getByText("Yours ends at the time shown")).toBeVisible();
  const before = new Date(Date.now() - 60_000);
  await db.licenceGrant.update({ where: { personId: ben.id }, data: { validUntil: before } });
  await bens.reload();
  await expectBelowName(bens, /^Your PRO licence ended/);

  const cleo = await visit(await cast.person("Cleo", { licence: "none" }), "/home");
  await expectBelowName(cleo, /^No PRO licence: you cannot take part in meetings/);
  await expect(cleo.getByRole("button", { name: "What the PRO licence is for" })).toHaveCount(0);
});

test("MTG-01 MTG-06 MTG-07 MTG-08 MTG-13 CNF-01 today's meetings are on the main page, the chosen day's below the calendar, and the card at the right", async ({
  cast,
  visit,
}) => {
  const timeZone = zoneAtDaytime();
  const page = await visit(await cast.person("Ada", { timeZone }));
  await schedule(page.request, { title: "Later today", timeZone, localStart: localIn(timeZone, 30) });
  const tomorrow = localIn(timeZone, dayMinutes);
  await schedule(page.request, { title: "Tomorrow's one", timeZone, localStart: tomorrow });
  await page.goto("/home");
  await expect(page.getByText("Later today")).toBeVisible();
  await expect(page.getByText("Tomorrow's one")).toHaveCount(0);

  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Meetings" }).click();
  const calendar = page.getByRole("region", { name: "Calendar of your meetings" });
  await expect(calendar.getByText("Tomorrow's one").first()).toBeVisible();
  const day = page.getByRole("region", { name: /./ }).filter({ has: page.locator("#chosen-day") });
  await expect(day.getByText("Later today")).toBeVisible();
  await calendar
    .locator(`[data-date="${tomorrow.slice(0, 10)}"]`)
    .first()
    .click({ position: { x: 8, y: 8 } });
  await expect(day.getByText("Tomorrow's one")).toBeVisible();
  await expect(day.getByText("Later today")).toHaveCount(0);
  const [above, below] = [await calendar.boundingBox(), await day.boundingBox()];
  expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0) - 1);

  await day.getByText("Tomorrow's one").click();
  const card = page.getByRole("article", { name: "Tomorrow's one" });
  await expect(card).toBeVisible();
  const box = await card.boundingBox();
  expect(box?.x).toBeGreaterThan((page.viewportSize()?.width ?? 0) / 2);
});
