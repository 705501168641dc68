import type { Page } from "@playwright/test";
import type { Person } from "./support/cast.ts";
import { expect, test } from "./support/journey.ts";
import { hears, observeMedia, seesMoving } from "./support/media.ts";
import { type Draft, schedule } from "./support/requests.ts";
import { localIn } from "./support/wall-clock.ts";

const timeZone = "Europe/Berlin";

/** A meeting that is open now. */
function meetingNow(title: string, people: readonly Person[]): Draft {
  const attendees = people.map(({ id }, index) => ({
    kind: "person" as const,
    personId: id,
    role: index === 0 ? ("MODERATOR" as const) : ("PARTICIPANT" as const),
  }));
  return { title, timeZone, localStart: localIn(timeZone, 5), durationMinutes: 30, attendees };
}

test("CNF-14 GAP-091 HIS-05 three people meet, see and hear each other, share a screen, come back, and are in everybody's history", async ({
  cast,
  visit,
  db,
}) => {
  test.setTimeout(300_000);
  const [ada, ben, cleo] = [await cast.person("Ada"), await cast.person("Ben"), await cast.person("Cleo")];
  const adas = await visit(ada);
  const event = await schedule(adas.request, meetingNow("Release review", [ben, cleo]));
  const [bens, cleos] = [await visit(ben), await visit(cleo)];
  const pages = [adas, bens, cleos];

  await test.step("each comes in through the join page", async () => {
    for (const page of pages) {
      await observeMedia(page.context());
      await page.goto(event.conference.path);
      await expect(page.getByRole("heading", { name: "Release review" })).toBeVisible();
      await page.getByRole("button", { name: "Join", exact: true }).click();
      await expect(page.getByRole("toolbar", { name: "Controls" })).toBeVisible();
    }
  });

  await test.step("each sees two moving pictures and hears two sounds", async () => {
    await Promise.all(pages.map((page) => seesMoving(page, 2)));
    await Promise.all(pages.map((page) => hears(page, 2)));
    await expect(adas.getByRole("group", { name: ben.name, exact: true })).toBeVisible();
    await expect(adas.getByRole("group", { name: cleo.name, exact: true })).toBeVisible();
  });

  await test.step("one shares the screen, and the others see it move", async () => {
    await cleos.getByRole("button", { name: "Share screen" }).click();
    for (const page of [adas, bens]) {
      await expect(page.getByRole("group", { name: `Screen of ${cleo.name}` })).toBeVisible();
      await seesMoving(page, 3);
    }
  });

  await test.step("one reloads the page and is back, with nobody missing", async () => {
    await bens.reload();
    await expect(bens.getByRole("toolbar", { name: "Controls" })).toBeVisible();
    await seesMoving(bens, 3);
    await hears(bens, 2);
    await seesMoving(adas, 3);
  });

  await test.step("the owner ends it for everybody", async () => {
    await cleos.getByRole("button", { name: "Stop sharing" }).first().click();
    await endForAll(adas);
    for (const page of pages) {
      await expect(page.getByRole("heading", { name: "The meeting has ended" })).toBeVisible();
    }
  });

  await test.step("everybody's history shows it, the reloading one's once", async () => {
    for (const page of pages) {
      await expect(async () => {
        await page.goto("/calls");
        const lines = page.getByRole("listitem").filter({ hasText: "Release review" });
        await expect(lines.filter({ hasText: "Took part" })).toHaveCount(1, { timeout: 2_000 });
      }).toPass({ timeout: 30_000 });
    }
    const [session, ...more] = await db.conferenceSession.findMany({
      where: { conferenceId: event.conference.id },
      include: { attendance: { where: { leftAt: { not: null } } } },
    });
    expect(more).toEqual([]);
    expect(session?.endedAt).not.toBeNull();
    expect(new Set(session?.attendance.map(({ personId }) => personId))).toEqual(
      new Set([ada.id, ben.id, cleo.id]),
    );
  });
});

async function endForAll(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Leave", exact: true }).click();
  await page.getByRole("menuitem", { name: "End for all" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End for all" }).click();
}
