import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Person, PortalDatabase } from "./support/cast.ts";
import { expect, test } from "./support/journey.ts";
import { waitForMails } from "./support/mailbox.ts";

const password = "a-long-enough-password";

/** An address that no other journey has. */
function address(name: string): string {
  return `${name}.${randomBytes(4).toString("hex")}@example.org`;
}

async function makeAdmin(db: PortalDatabase, { id }: Person): Promise<void> {
  await db.membership.update({ where: { personId: id }, data: { role: "ADMIN" } });
}

/** Takes somebody out of the organization that everybody of a cast is in. */
async function makeIndividual(db: PortalDatabase, { id }: Person): Promise<void> {
  await db.membership.delete({ where: { personId: id } });
}

/** The link of the newest of so many mails. */
async function linkIn(email: string, count: number, page: RegExp): Promise<string> {
  const mails = await waitForMails(email, count);
  return mails.at(-1)?.text?.match(page)?.[0] ?? "";
}

const invitationLink = (email: string, count = 1) => linkIn(email, count, /http\S+\/invitation#\S+/);

async function invite(page: Page, email: string): Promise<void> {
  await page.getByRole("button", { name: "Invite user" }).click();
  const form = page.getByRole("dialog", { name: "Invite user" });
  await form.getByLabel("E-mail").fill(email);
  await form.getByRole("button", { name: "Send" }).click();
  await expect(form).toBeHidden();
}

async function confirm(page: Page, action: string): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: action, exact: true }).click();
}

test("ACC-41 ACC-42 ACC-43 ACC-46..51 DIR-12 DIR-18 DIR-20 ORG-04..09 an individual account becomes an organization account without signing in again", async ({
  cast,
  visit,
  db,
}) => {
  const ada = await cast.person("Ada");
  await makeIndividual(db, ada);
  const page = await visit(ada, "/organization");
  await expect(page.getByRole("heading", { name: "Main information" })).toBeHidden();
  expect((await page.request.get("/organization/users")).status()).toBe(404);
  await page.goto("/settings");
  await page.getByRole("link", { name: /Upgrade to organization account/ }).click();
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByLabel("Organization name")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Website").fill("javascript:alert(1)");
  await page.getByLabel("Organization name").fill("Quay & Sons");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByLabel("Website")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Organization name")).toHaveValue("Quay & Sons");
  await page.getByLabel("Website").fill("https://quay.example");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByText("Your account is an organization account now")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Quay & Sons" })).toBeVisible();
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Name").fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Name")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Name").fill("Quay");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Quay", exact: true })).toBeVisible();
  await page.goto("/settings");
  await expect(page.getByRole("link", { name: /Upgrade to organization account/ })).toBeHidden();
  const menu = page.getByRole("main");
  await menu
    .getByRole("link", { name: /^Organizations/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Quay", exact: true }).click();
  await expect(page.getByRole("row", { name: new RegExp(ada.email) })).toBeVisible();
  for (const tab of ["Users", "Departments", "Invitations"]) {
    await page.getByRole("link", { name: tab, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/organization/${tab.toLowerCase()}$`));
  }
  await page.goto("/settings/project");
  await expect(page.getByLabel("Name")).toHaveValue(/^quay/);
  await page.getByLabel("Name").fill(`quay-${randomBytes(4).toString("hex")}`);
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("Your organization has subscribed.")).toBeVisible();
});

test("ORG-12 ORG-13 ORG-15..20 ORG-19 ORG-41 ORG-42 ORG-43 ORG-44 an admin makes departments and a user, who chooses a password and accepts the terms", async ({
  cast,
  visit,
  db,
  openBrowser,
}) => {
  const ada = await cast.person("Ada");
  await makeAdmin(db, ada);
  const page = await visit(ada, "/organization/departments");
  for (const name of ["Sales", "Gone"]) {
    await page.getByRole("button", { name: "New department" }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("Name").fill(name);
    await form.getByRole("button", { name: "Create" }).click();
    await expect(page.getByRole("rowheader", { name })).toBeVisible();
  }
  await page.getByRole("button", { name: "Edit Sales" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Selling");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("rowheader", { name: "Selling" })).toBeVisible();
  await page.getByRole("button", { name: "Delete Gone" }).click();
  await confirm(page, "Keep department");
  await expect(page.getByRole("rowheader", { name: "Gone" })).toBeVisible();
  await page.getByRole("button", { name: "Delete Gone" }).click();
  await confirm(page, "Delete department");
  await expect(page.getByRole("rowheader", { name: "Gone" })).toBeHidden();

  const email = address("nora");
  await page.getByRole("link", { name: "Users", exact: true }).click();
  await page.getByRole("link", { name: "New user" }).click();
  await page.getByLabel("First name").fill("Nora");
  await page.getByLabel("Last name").fill("Neu");
  await page.getByLabel("E-mail").fill(ada.email);
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByLabel("E-mail")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("combobox", { name: "Department" }).click();
  await page.getByRole("option", { name: "Selling" }).click();
  await page.getByRole("button", { name: "Create" }).click();
  const row = page.getByRole("row", { name: new RegExp(email) });
  await expect(row).toContainText("Selling");
  await expect(row).toContainText("Has not signed in yet");

  const link = await linkIn(email, 1, /http\S+\/choose-password#\S+/);
  const nora = await (await openBrowser()).newPage();
  await nora.goto(link);
  await nora.getByLabel("New password").fill(password);
  await nora.getByRole("button", { name: "Save password" }).click();
  if (new URL(nora.url()).pathname !== "/terms") await signInAs(nora, email);
  await expect(nora).toHaveURL(/\/terms/);
  await nora.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(nora).toHaveURL(/\/home/);
  await page.reload();
  await expect(row).not.toContainText("Has not signed in yet");
});

async function signInAs(page: Page, email: string): Promise<void> {
  await page.waitForURL(/\/(sign-in|terms|choose-password)/);
  const name = page.getByLabel("User name or e-mail address");
  await expect(name.or(page.getByRole("link", { name: "Sign in" })).first()).toBeVisible();
  if (!(await name.isVisible())) await page.getByRole("link", { name: "Sign in" }).click();
  await name.fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("ORG-21 ORG-28 ORG-29 ORG-35 ORG-37 ORG-38 GAP-055 GAP-057 an invited person with an account joins, somebody else does not", async ({
  cast,
  visit,
  db,
  openBrowser,
}) => {
  const [ada, ben, cleo] = [await cast.person("Ada"), await cast.person("Ben"), await cast.person("Cleo")];
  await makeAdmin(db, ada);
  await makeIndividual(db, ben);
  await makeIndividual(db, cleo);
  const page = await visit(ada, "/organization/users");
  await invite(page, ben.email);
  const link = await invitationLink(ben.email);
  const other = await visit(cleo, link);
  await expect(other.getByText(`This invitation is for ${ben.email}`)).toBeVisible();
  await expect(other.getByRole("button", { name: "Join" })).toBeHidden();
  await other.getByRole("button", { name: "Sign out and go on" }).click();
  await expect(other).toHaveURL(/\/register\?via=invitation#/);

  const signedOut = await (await openBrowser()).newPage();
  await signedOut.goto(link);
  await expect(signedOut).toHaveURL(/\/register\?via=invitation#/);
  await signedOut.getByRole("link", { name: "Sign in" }).click();
  await signedOut.getByLabel("User name or e-mail address").fill(ben.username);
  await signedOut.getByLabel("Password", { exact: true }).fill(ben.password);
  await signedOut.getByRole("button", { name: "Sign in" }).click();
  await expect(signedOut).toHaveURL(/\/invitation#/);
  await expect(signedOut.getByText(ada.name).first()).toBeVisible();
  await signedOut.getByRole("button", { name: "Join" }).click();
  await expect(signedOut).toHaveURL(/\/home$/);
  await expect(signedOut.getByText(/You are a member of House/)).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(ben.email) }), "the open page follows").toBeVisible();
  await signedOut.goto(link);
  await expect(signedOut.getByText("This invitation was accepted already.")).toBeVisible();
  const [personAId = "", personBId = ""] = [ada.id, ben.id].sort();
  expect(await db.connection.count({ where: { personAId, personBId } })).toBe(1);

  await invite(page, cleo.email);
  const mine = await visit(cleo, await invitationLink(cleo.email));
  await mine.getByRole("button", { name: "Decline" }).click();
  await expect(mine.getByText("You declined the invitation")).toBeVisible();
  await page.goto("/organization/invitations");
  await expect(page.getByRole("row", { name: new RegExp(cleo.email) })).toContainText("Declined");
  await expect(page.getByRole("button", { name: `Resend the invitation to ${ben.email}` })).toBeHidden();
});

test("ORG-34 ORG-36..39 GAP-009 an invited person without an account registers, activates, accepts the terms and is a member", async ({
  cast,
  visit,
  db,
  openBrowser,
}) => {
  const ada = await cast.person("Ada");
  await makeAdmin(db, ada);
  const page = await visit(ada, "/organization/invitations");
  const email = address("kim");
  await invite(page, email);
  const kim = await (await openBrowser()).newPage();
  await kim.goto(await invitationLink(email));
  await kim.getByRole("button", { name: "Create new account" }).click();
  await kim.getByLabel("First name").fill("Kim");
  await kim.getByLabel("Last name").fill("Larsen");
  await kim.getByLabel("Password", { exact: true }).fill(password);
  await kim.getByLabel("Repeat password").fill(password);
  await kim.getByRole("button", { name: "Create account" }).click();
  await kim.goto(await linkIn(email, 2, /http\S+\/activate#\S+/));
  await signInAs(kim, email);
  await expect(kim).toHaveURL(/\/terms/);
  await kim.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(kim).toHaveURL(/\/home/);
  await kim.goto("/organization");
  await expect(async () => {
    await kim.reload();
    await expect(kim.getByRole("heading", { name: /^House/ })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await page.goto("/organization/users");
  await expect(page.getByRole("row", { name: new RegExp(email) })).toBeVisible();
});

test("ORG-14 ORG-22 ORG-23 ORG-45..47 ORG-49..52 GAP-021 an admin removes, sends again and deletes; a plain member sees no controls", async ({
  cast,
  visit,
  db,
  openBrowser,
}) => {
  const [ada, ben, cleo] = [await cast.person("Ada"), await cast.person("Ben"), await cast.person("Cleo")];
  await makeAdmin(db, ada);
  const member = await visit(ben, "/organization/users");
  await expect(member.getByRole("row", { name: new RegExp(cleo.email) })).toBeVisible();
  for (const name of [
    "Invite user",
    "New user",
    "Edit",
    `Actions for ${cleo.name}`,
    "Choose all on this page",
  ]) {
    await expect(member.getByLabel(name).or(member.getByRole("button", { name }))).toHaveCount(0);
  }
  await expect(member.getByRole("link", { name: "Invitations" })).toHaveCount(0);
  for (const path of ["invitations", "departments", "users/new", "users/import"]) {
    expect((await member.request.get(`/organization/${path}`)).status()).toBe(404);
  }

  const page = await visit(ada, "/organization/users");
  const row = page.getByRole("row", { name: new RegExp(ben.email) });
  for (const action of ["Keep", "Remove"]) {
    await page.getByRole("button", { name: `Actions for ${ben.name}` }).click();
    await page.getByRole("menuitem", { name: "Remove" }).click();
    await expect(page.getByRole("dialog")).toContainText("stays as an individual account");
    await confirm(page, action);
    if (action === "Keep") await expect(row).toBeVisible();
  }
  await expect(row).toBeHidden();
  expect((await member.request.get("/organization")).status()).toBe(404);

  const email = address("lena");
  await invite(page, email);
  const first = await invitationLink(email);
  await db.invitation.updateMany({ where: { email }, data: { lastSentAt: new Date(Date.now() - 61_000) } });
  await page.goto("/organization/invitations");
  await page.getByRole("button", { name: `Resend the invitation to ${email}` }).click();
  const second = await invitationLink(email, 2);
  expect(second).not.toBe(first);
  const lena = await (await openBrowser()).newPage();
  await lena.goto(first);
  await expect(lena.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
  await lena.goto(second);
  await expect(lena.getByRole("button", { name: "Create new account" })).toBeVisible();
  await page.getByRole("button", { name: `Delete the invitation to ${email}` }).click();
  await confirm(page, "Delete invitation");
  await expect(page.getByRole("row", { name: new RegExp(email) })).toBeHidden();
  await lena.reload();
  await expect(lena.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
});

test("a list of users is checked, imported line by line, and exported again", async ({ cast, visit, db }) => {
  const ada = await cast.person("Ada");
  await makeAdmin(db, ada);
  const [good, taken] = [address("good"), ada.email];
  const page = await visit(ada, "/organization/users/import");
  const text = `First name;Last name;E-mail\nGerd;Good;${good}\nAda;Again;${taken}\n`;
  const file = { name: "users.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "CSV file" }).click();
  await (await chooser).setFiles(file);
  await expect(page.getByText("1 new, 0 invited, 1 left out")).toBeVisible();
  await expect(page.getByText("Nothing has been changed yet.")).toBeVisible();
  await page.getByRole("button", { name: "Import 1 line" }).click();
  await expect(page.getByText("The import is finished.")).toBeVisible();
  await waitForMails(good, 1);
  const answer = await page.request.get("/api/v1/members/export");
  expect(answer.headers()["content-disposition"]).toContain("users.csv");
  expect(await answer.text()).toContain(`Gerd,Good,${good},user,`);
});
