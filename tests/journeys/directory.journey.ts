import type { Page } from "@playwright/test";
import type { Person, PortalDatabase } from "./support/cast.ts";
import { expect, test } from "./support/journey.ts";

/** An account that belongs to no organization. */
async function makeIndividual(db: PortalDatabase, { id }: Person): Promise<void> {
  await db.membership.delete({ where: { personId: id } });
}

async function makeAdmin(db: PortalDatabase, { id }: Person): Promise<void> {
  await db.membership.update({ where: { personId: id }, data: { role: "ADMIN" } });
}

const content = (page: Page) => page.getByRole("main");
const tiles = (page: Page) => page.getByRole("navigation", { name: "Applications" }).getByRole("link");
const menu = (page: Page) => page.getByRole("navigation", { name: "Directory", exact: true });
const menuEntries = (page: Page) => menu(page).getByRole("link");

/** Names of the settings that are listed, without what stands below them. */
const settings = (page: Page) => content(page).getByRole("listitem").getByRole("link");

async function expectRefused(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { name: "There is nothing here" }), path).toBeVisible();
  }
}

test("DIR-02 DIR-03 DIR-06 DIR-07 DIR-08 SIG-02 ACC-26 the launcher leads to everything without another sign-in", async ({
  cast,
  visit,
}) => {
  const ada = await cast.person("Ada");
  const page = await visit(ada, "/home");
  await expect(page.getByRole("heading", { name: /Good \w+, Ada/ })).toBeVisible();
  await expect(page.getByText("Permanent PRO licence")).toBeVisible();
  await expect(tiles(page)).toHaveText([/^Meetings/, /^Call history/, /^Contact requests/, /^Organization/]);
  await tiles(page).first().click();
  await expect(page).toHaveURL(/\/meetings/);
  await page.goto("/home");
  const more = page.getByRole("navigation", { name: "Directory, settings and sign-out" });
  await more.getByRole("link", { name: "Directory" }).click();
  await expect(page.getByRole("heading", { name: "Directory" })).toBeVisible();
  await page.goto("/home");
  await more.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
});

test("SIG-35 SIG-01 signing out on the launcher ends it for every page", async ({ cast, visit }) => {
  const page = await visit(await cast.person("Ben"), "/home");
  await content(page).getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Meetings in your own house" })).toBeVisible();
  for (const path of ["/home", "/directory", "/contact-requests", "/organization", "/settings", "/admin"]) {
    const answer = await page.goto(path);
    if (path === "/admin") expect(answer?.status()).toBe(404);
    else await expect(page, path).toHaveURL(/\/sign-in\?returnTo=/);
  }
});

test("DIR-09 DIR-14 DIR-20 DIR-22 GAP-004 an individual account: three entries, the upgrade at hand, and nothing of organizations", async ({
  cast,
  db,
  visit,
}) => {
  const cleo = await cast.person("Cleo");
  await makeIndividual(db, cleo);
  const page = await visit(cleo, "/directory");
  await expect(menuEntries(page)).toHaveText(["Home", "Contact requests (RFC)", "Settings"]);
  await expect(page.getByText("Individual account")).toBeVisible();
  await expect(settings(page).filter({ hasText: "Upgrade to organization account" })).toBeVisible();
  await menu(page).getByRole("link", { name: "Settings" }).click();
  await expect(settings(page)).toHaveText([
    /^My account/,
    /^Profile settings/,
    /^Contact requests \(RFC\)/,
    /^Upgrade to organization account/,
  ]);
  await settings(page).last().click();
  await expect(page).toHaveURL(/\/settings\/upgrade$/);
  await expect(menuEntries(page)).toHaveText(["Home", "Contact requests (RFC)", "Settings"]);
  await page.goto("/home");
  await expect(tiles(page)).toHaveText([/^Meetings/, /^Call history/, /^Contact requests/]);
  await expectRefused(page, [
    "/organization",
    "/organization/users",
    "/organization/departments",
    "/organization/invitations",
    "/settings/project",
    "/admin",
  ]);
});

test("DIR-10 DIR-11 DIR-12 DIR-13 DIR-15 DIR-16 DIR-17 RFC-03 RFC-04 SET-02 GAP-112 an organization account: four entries, each leading where it says", async ({
  cast,
  db,
  visit,
}) => {
  const dan = await cast.person("Dan");
  const page = await visit(dan, "/directory");
  const names = ["Home", "Organizations", "Contact requests (RFC)", "Settings"];
  await expect(menuEntries(page)).toHaveText(names);
  await menu(page).getByRole("link", { name: "Organizations" }).click();
  await expect(page).toHaveURL(/\/organization$/);
  await expect(menu(page).getByRole("link", { name: "Organizations" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await menu(page).getByRole("link", { name: "Contact requests (RFC)" }).click();
  await expect(page).toHaveURL(/\/contact-requests$/);
  await expect(page.getByRole("navigation", { name: "Lists" }).getByRole("link")).toHaveCount(3);
  await menu(page).getByRole("link", { name: "Settings" }).click();
  const plain = [/^My account/, /^Profile settings/, /^Contact requests \(RFC\)/, /^Organizations/];
  await expect(settings(page)).toHaveText(plain);
  await settings(page).first().click();
  await expect(page).toHaveURL(/\/settings\/account$/);
  await page.goto("/settings");
  await settings(page).nth(2).click();
  await expect(page).toHaveURL(/\/contact-requests$/);
  await menu(page).getByRole("link", { name: "Home" }).click();
  await expect(page.getByRole("heading", { name: /Good \w+, Dan/ })).toBeVisible();
  await expectRefused(page, ["/settings/project", "/admin", "/admin/settings"]);
  await makeAdmin(db, dan);
  await page.goto("/settings");
  await expect(settings(page)).toHaveText([...plain, /^Subscribe for project/]);
  await expectRefused(page, ["/admin", "/admin/people", "/admin/organizations", "/admin/terms"]);
});

test("DIR-18 DIR-19 an organization's admin comes from Settings to editing and to the subscription", async ({
  cast,
  db,
  visit,
}) => {
  const eva = await cast.person("Eva");
  await makeAdmin(db, eva);
  const page = await visit(eva, "/settings");
  await settings(page).filter({ hasText: "Organizations" }).click();
  await expect(content(page).getByRole("button", { name: "Save" })).toBeVisible();
  await page.goto("/settings");
  await settings(page).filter({ hasText: "Subscribe for project" }).click();
  await expect(page).toHaveURL(/\/settings\/project$/);
});

test("GAP-003 DIR-31 SIG-34 launcher, directory and avatar lead to the same settings", async ({
  cast,
  visit,
}) => {
  const finn = await cast.person("Finn");
  const page = await visit(finn, "/home");
  await page.getByRole("banner").getByRole("button", { name: finn.name }).click();
  await expect(page.getByRole("menuitem")).toHaveText(["Profile settings", "Sign out"]);
  await page.getByRole("menuitem", { name: "Profile settings" }).click();
  await expect(page).toHaveURL(/\/settings\/profile$/);
  await menu(page).getByRole("link", { name: "Settings" }).click();
  await settings(page).filter({ hasText: "Profile settings" }).click();
  await expect(page).toHaveURL(/\/settings\/profile$/);
});

test("DIR-01 GAP-006 on a phone five sections stand at the bottom and nothing is wider than the window", async ({
  cast,
  visit,
}) => {
  const page = await visit(await cast.person("Ada"), "/home", { viewport: { width: 390, height: 844 } });
  const sections = page.getByRole("navigation", { name: "Sections" }).getByRole("link");
  await expect(sections.filter({ visible: true })).toHaveCount(5);
  for (const path of ["/home", "/directory", "/settings"]) {
    await page.goto(path);
    await expect(page.getByRole("heading").first()).toBeVisible();
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(isWider, path).toBe(false);
  }
});
