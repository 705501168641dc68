import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { RoomView } from "#lib/conferences/rooms/schema";
import { expect, test } from "./support/journey.ts";
import { schedule } from "./support/requests.ts";
import { localIn } from "./support/wall-clock.ts";

const widths = [1440, 390] as const;
const themes = ["light", "dark"] as const;
const timeZone = "Europe/Berlin";
const still = { reducedMotion: "reduce" } as const;

/** Looks at a page as it stands in both widths and themes. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, ...still });
      // Colours that are still on their way to the other theme are nobody's choice.
      await page.waitForFunction(() =>
        document.getAnimations().every(({ playState }) => playState !== "running"),
      );
      const { violations } = await new AxeBuilder({ page }).analyze();
      const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      const found = grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
      expect(found, `${what}, ${width} px, ${colorScheme}`).toEqual([]);
    }
  }
}

test.describe("no serious finding of axe in both themes, wide and narrow", () => {
  test.setTimeout(300_000);

  test("on the pages before the sign-in", async ({ page }) => {
    await page.emulateMedia(still);
    for (const path of [
      "/",
      "/sign-in",
      "/register",
      "/register/organization",
      "/register/sent",
      "/activate",
      "/first-password",
      "/confirm-email",
      "/second-factor",
      "/terms",
      "/terms#ticket",
      "/forgot-password",
      "/reset-password",
      "/choose-password",
      "/setup/no-such-link-00000000",
      "/nowhere",
    ]) {
      await page.goto(path);
      await expect(page.getByRole("heading").first()).toBeVisible();
      await expectAccessible(page, path);
    }
  });

  test("on the pages of the personal area", async ({ cast, visit }) => {
    const [ada, ben] = [await cast.person("Ada"), await cast.person("Ben")];
    const page = await visit(ada, undefined, still);
    const attendees = [{ kind: "person" as const, personId: ben.id }];
    const conference = { pin: "482913", isRecordingPlanned: true };
    const rule = { frequency: "daily", interval: 1, ends: { kind: "count", count: 5 } } as const;
    const common = { timeZone, localStart: localIn(timeZone, 30), location: "Hall 3", attendees, conference };
    const event = await schedule(page.request, { ...common, title: "Today's one" });
    await schedule(page.request, { ...common, title: "A series", rule });
    const made = await page.request.post("/api/v1/rooms", { data: { title: "A room", pin: "4821" } });
    const room = RoomView.parse(await made.json());
    const paths = [
      "/home",
      "/meetings?view=calendar",
      "/meetings?view=calendar&zoom=week",
      "/meetings?view=list",
      `/meetings?event=${event.id}`,
      "/meetings/new",
      `/meetings/${event.id}/edit`,
      "/rooms",
      `/rooms?room=${room.number}`,
      "/rooms/new",
      `/rooms/${room.number}/edit`,
      "/calls",
      "/directory",
      "/contact-requests",
      "/contact-requests?tab=received",
      "/contact-requests?tab=sent",
      "/settings",
      "/settings/account",
      "/settings/profile",
      "/settings/profile/email-and-password",
      "/settings/profile/other",
      event.conference.path,
    ];
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole("heading").first()).toBeVisible();
      await expectAccessible(page, path);
    }
    await page.goto("/meetings/new");
    await page.getByRole("tab", { name: "Participants" }).click();
    await page.getByRole("textbox", { name: "Add people" }).fill("Ben");
    await page.getByRole("option", { name: ben.name }).click();
    await expectAccessible(page, "the tab Participants");
  });

  test("on the pages of an organization's admin", async ({ cast, db, visit }) => {
    const [ada, ben] = [await cast.person("Ada"), await cast.person("Ben")];
    await db.membership.update({ where: { personId: ada.id }, data: { role: "ADMIN" } });
    const page = await visit(ada, undefined, still);
    const { organizationId } = cast;
    await db.department.create({ data: { organizationId, name: "Sales", nameNorm: "sales" } });
    const email = `kim.${ada.username}@example.org`;
    const invited = await page.request.post("/api/v1/invitations", { data: { email } });
    expect(invited.status()).toBe(200);
    const paths = [
      "",
      "?edit=1",
      "/users",
      "/users/new",
      "/users/import",
      "/departments",
      "/invitations",
    ].map((rest) => `/organization${rest}`);
    for (const path of [...paths, "/settings", "/settings/project"]) {
      await page.goto(path);
      await expect(page.getByRole("heading").first()).toBeVisible();
      await expectAccessible(page, path);
    }
    await page.goto("/organization/users");
    await page.getByRole("button", { name: `Actions for ${ben.name}` }).click();
    await page.getByRole("menuitem", { name: "Remove" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page, "the question before a removal");
    await db.membership.delete({ where: { personId: ada.id } });
    for (const path of ["/directory", "/settings/upgrade"]) {
      await page.goto(path);
      await expect(page.getByRole("heading").first()).toBeVisible();
      await expectAccessible(page, `${path} of an individual`);
    }
  });

  test("on the pages of the control panel", async ({ cast, visit }) => {
    const [ada, ben] = [await cast.person("Ada", { isServerAdmin: true }), await cast.person("Ben")];
    const page = await visit(ada, undefined, still);
    const paths = [
      "people",
      "people/new",
      `people/${ben.id}`,
      "organizations",
      "settings",
      "lockout",
      "terms",
      "mails",
      "installation",
    ];
    for (const path of paths.map((part) => `/admin/${part}`)) {
      await page.goto(path);
      await expect(page.getByRole("heading").first()).toBeVisible();
      await expectAccessible(page, path);
    }
  });

  test("on the stage, at the door that stays shut, and after the meeting", async ({ cast, visit }) => {
    const [ada, eva] = [await cast.person("Ada"), await cast.person("Eva", { licence: "none" })];
    const page = await visit(ada, undefined, still);
    const attendees = [{ kind: "person" as const, personId: eva.id }];
    const draft = { title: "On stage", timeZone, localStart: localIn(timeZone, 5), attendees };
    const { conference } = await schedule(page.request, draft);
    await page.goto(conference.path);
    await page.getByRole("button", { name: "Join", exact: true }).click();
    await expect(page.getByRole("toolbar", { name: "Controls" })).toBeVisible();
    await page.getByRole("button", { name: /^People/ }).click();
    await expectAccessible(page, "the stage");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("button", { name: "Leave", exact: true }).click();
    await page.getByRole("menuitem", { name: "Leave the meeting" }).click();
    await expect(page.getByRole("heading", { name: "You left the meeting" })).toBeVisible();
    await expectAccessible(page, "after the meeting");
    const evas = await visit(eva, conference.path, still);
    await expect(evas.getByRole("heading", { name: "You need a PRO licence to join" })).toBeVisible();
    await expectAccessible(evas, "the shut door");
  });
});

test("everything that matters is reached by keyboard: past the sections, to the main action, into the card and out", async ({
  cast,
  visit,
}) => {
  const ada = await cast.person("Ada");
  const page = await visit(ada);
  await schedule(page.request, { title: "By keyboard", timeZone, localStart: localIn(timeZone, 30) });
  await page.goto("/meetings?view=list");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, "Schedule");
  await tabTo(page, "By keyboard");
  await page.keyboard.press("Enter");
  const card = page.getByRole("article", { name: "By keyboard" });
  await expect(card).toBeVisible();
  await tabTo(page, "Join");
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
});

test("SIG-05 signing in needs no pointer", async ({ cast, page }) => {
  const ada = await cast.person("Ada");
  await page.goto("/sign-in");
  await expect(page.getByLabel("User name or e-mail address")).toBeFocused();
  await page.keyboard.type(ada.username);
  await page.keyboard.press("Tab");
  await page.keyboard.type(ada.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /Good \w+, Ada/ })).toBeVisible();
});

const mostTabs = 30;

/** Presses Tab until the control with this name has the focus, which must come within thirty presses. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let press = 0; press < mostTabs; press++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute("aria-label") ?? element?.textContent?.trim() ?? "";
    });
    if (focused === name) return;
    passed.push(focused);
  }
  throw new Error(`Tab does not reach "${name}", only ${passed.join(", ")}`);
}
