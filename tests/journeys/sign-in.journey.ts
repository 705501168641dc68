import type { Page } from "@playwright/test";
import { problemOf } from "./support/api-client.ts";
import type { Person } from "./support/cast.ts";
import { expect, test } from "./support/journey.ts";
import { waitForMails } from "./support/mailbox.ts";
import { schedule } from "./support/requests.ts";
import { localIn } from "./support/wall-clock.ts";

async function submit(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel("User name or e-mail address").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

const greeting = (person: Person) =>
  new RegExp(`Good (morning|afternoon|evening), ${person.name.split(" ")[0]}`);

test("SIG-03 SIG-04 SIG-05 SIG-06 the guest page leads to a form that leads to the main page", async ({
  cast,
  page,
}) => {
  const ada = await cast.person("Ada");
  await page.goto("/");
  const link = page.getByRole("link", { name: "Sign in" }).first();
  const box = await link.boundingBox();
  expect(box && box.x > 700 && box.y < 120).toBe(true);
  await page.getByLabel("Account menu").last().click();
  await expect(page.getByRole("link", { name: "Sign in" }).last()).toBeVisible();
  await link.click();
  await submit(page, ada.username.toUpperCase(), ada.password);
  await expect(page.getByRole("heading", { name: greeting(ada) })).toBeVisible();
  await expect(page).toHaveURL(/\/home$/);
});

test("SIG-01 CNF-14 an address inside leads to sign-in and then to where one wanted to go", async ({
  cast,
  page,
  visit,
}) => {
  const ada = await cast.person("Ada");
  const { conference } = await schedule((await visit(ada)).request, {
    title: "After the door",
    timeZone: "Europe/Berlin",
    localStart: localIn("Europe/Berlin", 5),
  });
  for (const path of ["/home", "/meetings?view=list", "/calls", "/settings", conference.path]) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/sign-in/);
    expect(await page.content()).not.toContain("After the door");
  }
  await submit(page, ada.email, ada.password);
  await expect(page.getByRole("heading", { name: "After the door" })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${conference.path}$`));
});

test("SIG-07 R17 a wrong password and an unknown name get the same answer, and the first counts as one failure", async ({
  cast,
  page,
  db,
}) => {
  const ada = await cast.person("Ada");
  const sentences: (string | null)[] = [];
  for (const name of [ada.username, `nobody.${ada.username}`]) {
    await page.goto("/sign-in");
    await submit(page, name, "not-the-password");
    await expect(page.getByRole("alert").filter({ hasText: /\w/ })).toBeVisible();
    sentences.push(await page.getByRole("alert").filter({ hasText: /\w/ }).textContent());
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(page.getByLabel("User name or e-mail address")).toHaveValue(name);
  }
  expect(sentences[0]).toBe(sentences[1]);
  expect((await db.loginGuard.findUnique({ where: { personId: ada.id } }))?.failedCount).toBe(1);
});

test("SIG-11 SIG-15 SIG-16 SIG-17 SIG-20 after five wrong passwords even the right one is refused, until the administrator unlocks", async ({
  cast,
  page,
  visit,
}) => {
  const [ada, ben, cleo] = [
    await cast.person("Ada", { isServerAdmin: true }),
    await cast.person("Ben"),
    await cast.person("Cleo"),
  ];
  for (let attempt = 1; attempt <= 5; attempt++) {
    await page.request.post("/api/v1/sign-in-sessions", {
      data: { name: ben.username, password: `wrong-${attempt}` },
    });
  }
  await page.goto("/sign-in");
  await submit(page, ben.username, ben.password);
  const alert = page.getByRole("alert").filter({ hasText: "This account is locked" });
  await expect(alert).toContainText("administrator");
  await expect(alert).toContainText(/\d\d:\d\d/);
  // SIG-20: the others come in.
  await visit(cleo);

  const panel = await visit(ada, `/admin/people/${ben.id}`);
  await panel.getByRole("button", { name: "Unlock" }).click();
  await expect(panel.getByText("can sign in again")).toBeVisible();
  await submit(page, ben.username, ben.password);
  await expect(page.getByRole("heading", { name: greeting(ben) })).toBeVisible();
});

test("SIG-08 SIG-09 ADM-04 a person whom the administrator entered signs in with the handed-out password and has to replace it", async ({
  cast,
  page,
  visit,
}) => {
  const ada = await cast.person("Ada", { isServerAdmin: true });
  const panel = await visit(ada, "/admin/people/new");
  const email = `grace.${ada.username}@example.org`;
  await panel.getByLabel("First name").fill("Grace");
  await panel.getByLabel("Last name").fill("Hopper");
  await panel.getByLabel("E-mail address").fill(email);
  await panel.getByRole("button", { name: "Create account" }).click();
  const shown = panel.getByRole("dialog").getByLabel("Temporary password");
  const temporary = await shown.inputValue();
  expect(temporary.length).toBeGreaterThanOrEqual(10);
  await panel.getByRole("button", { name: "I have handed it over" }).click();
  await expect(shown).toHaveCount(0);

  await page.goto("/sign-in");
  await submit(page, email, temporary);
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page).toHaveURL(/\/first-password/);
  await page.goto("/home");
  await expect(page, "the handed-out password alone opens nothing").toHaveURL(/\/sign-in/);
  await submit(page, email, temporary);
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByLabel("New password")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("New password").fill("a-better-one-than-that");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("heading", { name: /Good \w+, Grace/ })).toBeVisible();
});

test("SIG-34 SIG-36 SIG-37 SIG-38 SIG-39 after sign-out neither Back nor a kept cookie shows anything private", async ({
  cast,
  visit,
  openBrowser,
}) => {
  const ada = await cast.person("Ada");
  const page = await visit(ada);
  await schedule(page.request, {
    title: "Nobody else's business",
    timeZone: "Europe/Berlin",
    localStart: localIn("Europe/Berlin", 30),
  });
  await page.goto("/meetings?view=list");
  await expect(page.getByText("Nobody else's business").first()).toBeVisible();
  const copy = await openBrowser({ storageState: await page.context().storageState() });
  expect((await copy.request.get("/api/v1/profile")).status()).toBe(200);
  await page.getByRole("button", { name: ada.name }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in|\/$/);
  await expect(page.getByText("Nobody else's business")).toHaveCount(0);
  await page.goto("/meetings?view=list");
  await expect(page).toHaveURL(/\/sign-in/);
  expect((await problemOf(await copy.request.get("/api/v1/profile"))).status).toBe(401);
});

test("ACC-19 ACC-20 ACC-21 ACC-22 ACC-23 GAP-028 the terms come before everything else, and Accept leads to where one wanted to go", async ({
  cast,
  db,
  page,
}) => {
  const ada = await cast.person("Ada");
  await db.termsAcceptance.deleteMany({ where: { personId: ada.id } });
  await db.person.update({ where: { id: ada.id }, data: { state: "WAITING_TERMS" } });
  await page.goto("/meetings");
  await submit(page, ada.username, ada.password);
  await expect(page.getByRole("heading", { name: "Terms of use" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Text of the terms of use" })).toContainText("Your account");
  const ticket = page.url();
  for (const path of ["/home", "/directory", "/meetings", "/settings/account"]) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/sign-in/);
  }
  await page.goto(ticket);
  await page.getByRole("button", { name: "Decline and sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  await page.goto(ticket);
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Sign in again" })).toBeVisible();
  await page.goto("/meetings");
  await submit(page, ada.username, ada.password);
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page).toHaveURL(/\/meetings/);
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await submit(page, ada.username, ada.password);
  await expect(page, "not asked again").toHaveURL(/\/home$/);
});

test("ACC-18 GAP-027 an account that was not activated is told so, with the mail sent again", async ({
  cast,
  db,
  page,
}) => {
  const ada = await cast.person("Ada");
  await db.person.update({ where: { id: ada.id }, data: { state: "WAITING_EMAIL" } });
  await page.goto("/sign-in");
  await submit(page, ada.username, ada.password);
  await expect(page.getByRole("alert").filter({ hasText: "not activated yet" })).toBeVisible();
  await expect(page.getByText("enter your e-mail address instead")).toBeVisible();
  await submit(page, ada.email, ada.password);
  await page.getByRole("button", { name: "Send the mail again" }).click();
  await expect(page.getByText("Sent again.")).toBeVisible();
  await waitForMails(ada.email, 1);
});

test("GAP-029 a forgotten password is replaced by the link of a mail, which works once", async ({
  cast,
  page,
  visit,
}) => {
  const ada = await cast.person("Ada");
  const open = await visit(ada, "/home");
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await page.getByLabel("User name or e-mail address").fill(ada.email.toUpperCase());
  await page.getByRole("button", { name: "Send the mail" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  const [mail] = await waitForMails(ada.email, 1);
  const link = /\/reset-password#[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "";
  await page.goto(link);
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Save password" }).click();
  await expect(page.getByLabel("New password")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("New password").fill("a-better-one-than-that");
  await page.getByRole("button", { name: "Save password" }).click();
  await expect(page.getByText("Your password is set.")).toBeVisible();
  await expect(open, "every open page leaves by itself").toHaveURL(/\/sign-in/);
  await submit(page, ada.username, "a-better-one-than-that");
  await expect(page).toHaveURL(/\/home$/);
  const late = await page.context().newPage();
  await late.goto(link);
  await expect(late.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
});

test("SIG-36 SIG-39 GAP-007 signing out in one tab empties the other ones at once, and nothing comes back", async ({
  cast,
  visit,
}) => {
  const ada = await cast.person("Ada");
  const page = await visit(ada);
  await schedule(page.request, {
    title: "Seen by nobody else",
    timeZone: "Europe/Berlin",
    localStart: localIn("Europe/Berlin", 30),
  });
  const other = await page.context().newPage();
  const elsewhere = await visit(ada, "/home");
  await other.goto("/meetings?view=list");
  await expect(other.getByText("Seen by nobody else").first()).toBeVisible();
  await page.goto("/home");
  await page.getByRole("button", { name: ada.name }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(other).toHaveURL(/\/sign-in\?returnTo=/);
  await expect(other.getByText("Seen by nobody else")).toHaveCount(0);
  await other.goBack().catch(() => null);
  await expect(other.getByText("Seen by nobody else")).toHaveCount(0);
  await elsewhere.goto("/meetings?view=list");
  await expect(
    elsewhere.getByText("Seen by nobody else").first(),
    "another browser stays signed in",
  ).toBeVisible();
});

test("INV-16 a browser that is signed out from another one leaves at once", async ({ cast, visit }) => {
  const ada = await cast.person("Ada");
  const page = await visit(ada, "/settings/account");
  const other = await visit(ada, "/home");
  await page.reload();
  const sessions = page.getByRole("list", { name: "Signed-in devices" }).getByRole("listitem");
  await expect(sessions).toHaveCount(2);
  await expect(sessions.first()).toContainText("This browser");
  await sessions
    .last()
    .getByRole("button", { name: /^Sign out/ })
    .click();
  await expect(other).toHaveURL(/\/sign-in/);
  await expect(sessions).toHaveCount(1);
  await visit(ada, "/home");
  await page.reload();
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(sessions).toHaveCount(1);
});

test("DIR-24 who is not an administrator gets neither a link to the control panel nor one of its pages", async ({
  cast,
  visit,
}) => {
  const [ada, ben] = [await cast.person("Ada", { isServerAdmin: true }), await cast.person("Ben")];
  const page = await visit(ben, "/home");
  await expect(page.getByRole("link", { name: "Meetings" }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Control panel" })).toHaveCount(0);
  const unknown = await page.request.get("/nowhere-at-all");
  for (const path of [
    "/admin",
    "/admin/people",
    "/admin/people/new",
    `/admin/people/${ada.id}`,
    "/admin/lockout",
  ]) {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(unknown.status());
    expect(await answer.text(), path).not.toMatch(/Lindqvist|href="\/admin/);
  }
  await page.goto("/admin/people");
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  const admins = await visit(ada, "/home");
  await expect(admins.getByRole("link", { name: "Control panel" })).toBeVisible();
});

test("SET-08 SET-28 GAP-079 THM-04 THM-05 THM-06 the browser's language is spoken first, then the one that was chosen, on every device", async ({
  cast,
  openBrowser,
  visit,
}) => {
  const german = await (await openBrowser({ locale: "de-DE" })).newPage();
  await german.goto("/sign-in");
  await expect(german.locator("html")).toHaveAttribute("lang", "de");
  await expect(german.getByRole("button", { name: "Anmelden" })).toBeVisible();
  const ada = await cast.person("Ada");
  const page = await visit(ada, "/settings/profile/other");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("combobox", { name: "Language" }).click();
  await page.getByRole("option", { name: "Deutsch" }).click();
  await page.getByRole("button", { name: "Save language and time zone" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  const elsewhere = await visit(ada, "/home", { locale: "en-US" });
  await expect(elsewhere.locator("html")).toHaveAttribute("lang", "de");
  await expect(elsewhere.getByRole("link", { name: "Besprechungen" }).first()).toBeVisible();
});
