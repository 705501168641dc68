import type { Page } from "@playwright/test";
import { RoomView } from "#lib/conferences/rooms/schema";
import { expect, test } from "./support/journey.ts";
import { mailsTo } from "./support/mailbox.ts";

async function joinThrough(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.getByRole("toolbar", { name: "Controls" })).toBeVisible();
}

async function leave(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Leave", exact: true }).click();
  await expect(page.getByRole("heading", { name: "You left the meeting" })).toBeVisible();
}

test("VRM-01 VRM-05 VRM-07 VRM-08 CNF-09 CNF-12 CNF-17 GAP-092 GAP-097 a room from making it to deleting it", async ({
  cast,
  visit,
}) => {
  test.setTimeout(300_000);
  const [ada, ben, cleo] = [await cast.person("Ada"), await cast.person("Ben"), await cast.person("Cleo")];
  const [adas, bens, cleos] = [
    await visit(ada, "/rooms"),
    await visit(ben, "/rooms"),
    await visit(cleo, "/rooms"),
  ];
  let number = "";

  await test.step("Ada makes a room with Ben and Cleo; a title is asked for", async () => {
    await adas.getByRole("link", { name: "New room" }).click();
    await adas.getByRole("button", { name: "Create room" }).click();
    await expect(adas.getByText("Give the room a title.")).toBeVisible();
    await adas.getByLabel("Title").fill("Team room");
    for (const person of [ben, cleo]) {
      await adas.getByLabel("Add people").fill(person.name);
      await adas.getByRole("option", { name: new RegExp(person.name) }).click();
    }
    await adas.getByRole("button", { name: "Create room and tell 2 people" }).click();
    const card = adas.getByRole("dialog", { name: "Virtual room" });
    await expect(card.getByRole("heading", { name: "Team room" })).toBeVisible();
    await expect(card.getByText("2 people")).toBeVisible();
    for (const absent of ["PIN", "Location", "Access now", "Add to calendar"]) {
      await expect(card.getByText(absent, { exact: true })).toHaveCount(0);
    }
    number = new URL(adas.url()).searchParams.get("room") ?? "";
    expect(number).toMatch(/^\d{10}$/);
  });

  await test.step("it can be handed on, with a QR code, and Escape shuts the question only", async () => {
    const card = adas.getByRole("dialog", { name: "Virtual room" });
    await card.getByRole("button", { name: "Share" }).click();
    const share = adas.getByRole("dialog", { name: "Share “Team room”" });
    await expect(share.getByRole("img", { name: /QR code that opens .*\/c\// })).toBeVisible();
    await expect(share.getByText(new RegExp(`Join: .*/c/${number}`))).toBeVisible();
    await adas.keyboard.press("Escape");
    await expect(share).toBeHidden();
    await expect(card).toBeVisible();
  });

  await test.step("Ben has it in his list without a further step, and one mail", async () => {
    await expect(bens.getByRole("link", { name: "Team room", exact: true })).toBeVisible();
    await expect.poll(async () => (await mailsTo(ben.email)).length, { timeout: 30_000 }).toBe(1);
    const [mail] = await mailsTo(ben.email);
    expect(mail?.subject).toBe("You have access to the room “Team room”");
    expect(mail?.attachments).toEqual([]);
  });

  await test.step("Ben joins, is seen inside, leaves, and joins again", async () => {
    await bens.getByRole("link", { name: "Join Team room" }).click();
    await joinThrough(bens);
    await expect(cleos.getByText("1 inside")).toBeVisible({ timeout: 30_000 });
    await leave(bens);
    await bens.goto(`/c/${number}`);
    await joinThrough(bens);
  });

  await test.step("Ada locks it from the card; Cleo is refused, and her card says why", async () => {
    await adas.goto(`/rooms?room=${number}`);
    const card = adas.getByRole("dialog", { name: "Virtual room" });
    await card.getByRole("button", { name: "Lock", exact: true }).click();
    await expect(card.getByText("Locked: nobody new comes in")).toBeVisible();
    await cleos.goto(`/rooms?room=${number}`);
    await expect(cleos.getByText("Locked: nobody new comes in")).toBeVisible();
    await expect(cleos.getByRole("button", { name: /Unlock|Delete room|Edit|End for all/ })).toHaveCount(0);
    await cleos.goto(`/c/${number}`);
    await expect(cleos.getByRole("heading", { name: "This meeting is locked" })).toBeVisible();
  });

  await test.step("while people are inside it cannot be deleted; ended, the lock is gone", async () => {
    const card = adas.getByRole("dialog", { name: "Virtual room" });
    await card.getByRole("button", { name: "Delete room" }).click();
    await adas.getByRole("button", { name: "End the meeting for all" }).click();
    await expect(bens.getByRole("heading", { name: "The meeting has ended" })).toBeVisible();
    await expect(card.getByText("Locked: nobody new comes in")).toHaveCount(0);
    await expect(card.getByText("Nobody is inside.")).toBeVisible();
  });

  await test.step("deleted, it is in nobody's list, and its address says so", async () => {
    await adas
      .getByRole("dialog", { name: "Virtual room" })
      .getByRole("button", { name: "Delete room" })
      .click();
    await adas
      .getByRole("dialog", { name: "Delete the room “Team room”?" })
      .getByRole("button", { name: "Delete room" })
      .click();
    await expect(adas.getByText("You have no virtual rooms yet.")).toBeVisible();
    await bens.goto("/rooms");
    await expect(bens.getByText("You have no virtual rooms yet.")).toBeVisible();
    await bens.goto(`/c/${number}`);
    await expect(bens.getByRole("heading", { name: "This room was deleted" })).toBeVisible();
  });
});

test("MTG-02 VRM-04 of six rooms the main page shows five and the section six; Back shuts the card", async ({
  cast,
  visit,
}) => {
  const page = await visit(await cast.person("Ada"));
  for (const title of ["One", "Two", "Three", "Four", "Five", "Six"]) {
    const made = await page.request.post("/api/v1/rooms", { data: { title } });
    RoomView.parse(await made.json());
  }
  await page.goto("/home");
  const overview = page.getByRole("region", { name: "Virtual rooms" });
  await expect(overview.getByRole("listitem")).toHaveCount(5);
  await overview.getByRole("link", { name: "All 6" }).click();
  const list = page.getByRole("region", { name: "Your virtual rooms" });
  await expect(list.getByRole("listitem")).toHaveCount(6);
  await list.getByRole("searchbox", { name: "Search rooms" }).fill("six");
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await list.getByRole("link", { name: "Six", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Virtual room" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("dialog", { name: "Virtual room" })).toBeHidden();
  await expect(list.getByRole("listitem")).toHaveCount(1);
});

test("MTG-05 HIS-10 Meet now starts at once, stands in no list, is over when it ended, and is in the history", async ({
  cast,
  visit,
}) => {
  test.setTimeout(180_000);
  const [ada, ben] = [await cast.person("Ada"), await cast.person("Ben")];
  const adas = await visit(ada, "/home");
  await adas.getByRole("button", { name: "Meet now" }).click();
  await expect(adas.getByRole("heading", { name: `Meeting of ${ada.name}` })).toBeVisible();
  const path = new URL(adas.url()).pathname;
  await joinThrough(adas);

  await adas.getByRole("button", { name: /^People/ }).click();
  await adas.getByLabel("Invite somebody now").fill(ben.name);
  await adas.getByRole("list", { name: "People found" }).getByRole("button", { name: ben.name }).click();
  await expect(adas.getByText(`${ben.name} is invited.`)).toBeVisible();
  await expect
    .poll(async () => (await mailsTo(ben.email)).map(({ text }) => text?.includes(path)), { timeout: 30_000 })
    .toEqual([true]);

  const bens = await visit(ben, path);
  await joinThrough(bens);
  for (const list of ["/home", "/meetings?view=list", "/rooms"]) {
    const other = await bens.context().newPage();
    await other.goto(list);
    await expect(other.getByRole("navigation", { name: "Sections" })).toBeVisible();
    await expect(other.getByText(`Meeting of ${ada.name}`)).toHaveCount(0);
    await other.close();
  }
  await adas.getByRole("button", { name: "Leave", exact: true }).click();
  await adas.getByRole("menuitem", { name: "End for all" }).click();
  await adas.getByRole("dialog").getByRole("button", { name: "End for all" }).click();
  await expect(bens.getByRole("heading", { name: "The meeting has ended" })).toBeVisible();

  await bens.goto(path);
  await expect(bens.getByRole("heading", { name: "This meeting is over" })).toBeVisible();
  for (const page of [adas, bens]) {
    await expect(async () => {
      await page.goto("/calls");
      const lines = page.getByRole("listitem").filter({ hasText: `Meeting of ${ada.name}` });
      await expect(lines.filter({ hasText: "Took part" })).toHaveCount(1, { timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
  }
});
