import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey.ts";
import { waitForMails } from "./support/mailbox.ts";

const password = "a-long-enough-password";

/** An address that no other journey has. */
function newAddress(): string {
  return `kim.${randomBytes(4).toString("hex")}@example.org`;
}

async function send(page: Page, email: string, message?: string): Promise<void> {
  await page.getByRole("button", { name: "New RFC" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Email").fill(email);
  if (message !== undefined) await form.getByLabel("Message").fill(message);
  await form.getByRole("button", { name: "Send RFC" }).click();
}

/** The link of the one request mail to this address. */
async function linkTo(email: string, page: "accept" | "decline", mails = 1): Promise<string> {
  const [mail] = await waitForMails(email, mails);
  const link = new RegExp(`https?://\\S+/contact-request/${page}#\\S+`).exec(mail?.text ?? "")?.[0];
  if (!link) throw new Error(`no link to ${page} in the mail to ${email}`);
  return link;
}

async function signIn(page: Page, name: string, secret: string): Promise<void> {
  await page.getByLabel("User name or e-mail address").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Sign in" }).click();
}

const tab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Lists" }).getByRole("link", { name });

const connectedWith = (name: string) => `You are now connected with ${name}.`;

test("RFC-05..15 RFC-35..41 GAP-042 GAP-043 GAP-044 GAP-052 two people ask, answer and part, and both see it live", async ({
  cast,
  visit,
}) => {
  const [ada, ben] = [await cast.person("Ada"), await cast.person("Ben")];
  const adas = await visit(ada, "/contact-requests");
  const bens = await visit(ben, "/contact-requests?tab=received");
  await expect(adas.getByRole("heading", { name: "Contact requests (RFC)" })).toBeVisible();
  for (const name of ["Connected", "Received", "Sent"]) await expect(tab(adas, name)).toContainText("0");
  await expect(bens.getByText("No request waits for your answer")).toBeVisible();

  await send(adas, ` ${ben.email}`);
  const form = adas.getByRole("dialog");
  await expect(form.getByText("An e-mail address has no blanks.")).toBeVisible();
  await expect(form.getByLabel("Email")).toHaveValue(` ${ben.email}`);
  await expect(form.getByLabel("Message")).toHaveValue(/^Hello, I would like/);
  await form.getByLabel("Email").fill(ada.email);
  await form.getByRole("button", { name: "Send RFC" }).click();
  await expect(form.getByText("This is your own address.")).toBeVisible();
  await form.getByLabel("Email").fill(ben.email);
  await form.getByLabel("Message").fill("Shall we talk?");
  await form.getByRole("button", { name: "Send RFC" }).click();
  await expect(adas).toHaveURL(/tab=sent/);
  const sent = adas.getByRole("listitem").filter({ hasText: ben.email });
  await expect(sent).toContainText("Pending");
  await expect(sent).toContainText("Shall we talk?");

  const received = bens.getByRole("listitem").filter({ hasText: ada.name });
  await expect(received, "without a reload").toContainText("Shall we talk?");
  await expect(tab(bens, "Received")).toContainText("1");
  await send(bens, ada.email);
  await expect(bens.getByRole("dialog").getByRole("alert")).toContainText(`${ada.name} asked you already`);
  await expect(bens.getByRole("button", { name: `Accept the request of ${ada.name}` }).last()).toBeVisible();
  await bens.keyboard.press("Escape");
  await received.getByRole("button", { name: "Accept" }).click();
  await expect(bens.getByText(connectedWith(ada.name))).toBeVisible();
  await expect(received).toHaveCount(0);
  await expect(sent, "without a reload").toContainText("Connected");
  await expect(sent).toContainText(ben.name);
  for (const [page, other] of [
    [bens, ada],
    [adas, ben],
  ] as const) {
    await tab(page, "Connected").click();
    await expect(page.getByRole("listitem").filter({ hasText: other.name })).toBeVisible();
  }
  for (const [reader, other] of [
    [ada, ben],
    [ben, ada],
  ] as const) {
    const mails = await waitForMails(reader.email, reader === ben ? 2 : 1);
    expect(mails.at(-1)?.subject).toBe(`You are now connected with ${other.name}`);
  }

  await adas.getByRole("button", { name: `End contact with ${ben.name}` }).click();
  await adas.getByRole("button", { name: "Stay contacts" }).click();
  await expect(adas.getByRole("listitem").filter({ hasText: ben.name })).toBeVisible();
  await adas.getByRole("button", { name: `End contact with ${ben.name}` }).click();
  await adas.getByRole("dialog").getByRole("button", { name: "End contact" }).click();
  await expect(adas.getByText("You have no contacts yet")).toBeVisible();
  await expect(bens.getByText("You have no contacts yet"), "without a reload").toBeVisible();
});

test("RFC-22 RFC-24 RFC-28 RFC-29 RFC-31 without an account: Accept, a new account, activation, sign-in, terms, and the sender is among the contacts", async ({
  cast,
  visit,
  page,
}) => {
  const ada = await cast.person("Ada");
  const adas = await visit(ada, "/contact-requests?tab=sent");
  const email = newAddress();
  await send(adas, email);
  await expect(adas.getByRole("listitem").filter({ hasText: email })).toContainText("Pending");
  await page.goto(await linkTo(email, "accept"));
  await expect(page).toHaveURL(/\/register\?via=contact-request#/);
  await expect(
    page.getByRole("heading", { name: `${ada.name} would like to be in contact with you` }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Create new account" }).click();
  await expect(page.getByLabel("E-mail address")).toHaveValue(email);
  await page.getByLabel("First name").fill("Kim");
  await page.getByLabel("Last name").fill("Karlsson");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Repeat password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("spam folder")).toBeVisible();
  const activation = (await waitForMails(email, 2)).at(-1)?.text?.match(/http\S+\/activate#\S+/)?.[0];
  await page.goto(activation ?? "");
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, email, password);
  await expect(page).toHaveURL(/\/terms/);
  await page.getByRole("button", { name: /^(I )?accept/i }).click();
  await expect(page).toHaveURL(/\/home/);
  await page.goto("/contact-requests");
  await expect(page.getByRole("listitem").filter({ hasText: ada.name })).toBeVisible();
  await expect(
    adas.getByRole("listitem").filter({ hasText: "Kim Karlsson" }),
    "without a reload",
  ).toContainText("Connected");
});

test("RFC-22 RFC-23 RFC-25 RFC-26 GAP-045 GAP-046 with an account: signed out, as somebody else, and as the addressee", async ({
  cast,
  db,
  visit,
  page,
  openBrowser,
}) => {
  const [ada, ben, cleo] = [await cast.person("Ada"), await cast.person("Ben"), await cast.person("Cleo")];
  const adas = await visit(ada, "/contact-requests");
  await send(adas, ben.email);
  const bensLink = await linkTo(ben.email, "accept");
  await page.goto(bensLink);
  await expect(page).toHaveURL(/\/register\?via=contact-request#/);
  await page.getByRole("link", { name: "Sign in" }).click();
  await signIn(page, ben.username, ben.password);
  await expect(page.getByText(connectedWith(ada.name))).toBeVisible();
  await expect(page).toHaveURL(/\/contact-requests\?tab=connected/);
  await expect(page.getByRole("listitem").filter({ hasText: ada.name })).toBeVisible();
  await page.getByRole("link", { name: "Hide this notice" }).click();
  await expect(page.getByText(connectedWith(ada.name))).toHaveCount(0);

  await adas.goto("/contact-requests");
  await send(adas, cleo.email);
  const cleosLink = await linkTo(cleo.email, "accept");
  const shared = await visit(ben, cleosLink);
  await expect(shared.getByRole("heading", { name: "This request is for another address" })).toBeVisible();
  await expect(shared.getByText(cleo.email)).toBeVisible();
  expect(await db.contactRequest.count({ where: { email: cleo.email, state: "PENDING" } })).toBe(1);
  await shared.getByRole("button", { name: "Sign out and continue" }).click();
  await expect(shared).toHaveURL(/\/register\?via=contact-request#/);

  const cleos = await visit(cleo, cleosLink);
  await expect(cleos.getByText(connectedWith(ada.name))).toBeVisible();
  const guest = await (await openBrowser()).newPage();
  await guest.goto(cleosLink);
  await expect(guest.getByRole("heading", { name: "This request was accepted" })).toBeVisible();
});

test("RFC-34 GAP-047 GAP-048 GAP-053 Decline: opening the link changes nothing, one button decides, afterwards the link says so", async ({
  cast,
  db,
  visit,
  page,
}) => {
  const [ada, ben] = [await cast.person("Ada"), await cast.person("Ben")];
  const adas = await visit(ada, "/contact-requests?tab=sent");
  const email = newAddress();
  await send(adas, email);
  const link = await linkTo(email, "decline");
  await page.goto(link);
  await expect(page.getByText(`${ada.name} asks ${email}`)).toBeVisible();
  expect(await db.contactRequest.count({ where: { email, state: "PENDING" } })).toBe(1);
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(page.getByRole("heading", { name: "The request is declined" })).toBeVisible();
  const sent = adas.getByRole("listitem").filter({ hasText: email });
  await expect(sent, "without a reload").toContainText("Declined");
  await page.goto("about:blank");
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This request was declined" })).toBeVisible();
  await page.goto("about:blank");
  await page.goto(link.replace("/decline", "/accept"));
  await expect(page.getByRole("heading", { name: "This request was declined" })).toBeVisible();
  await send(adas, email);
  await expect(adas.getByRole("dialog").getByRole("alert")).toContainText("was declined");
  await adas.keyboard.press("Escape");

  await send(adas, ben.email);
  const bens = await visit(ben, "/contact-requests?tab=received");
  await bens.getByRole("button", { name: `Decline the request of ${ada.name}` }).click();
  await expect(bens.getByText("No request waits for your answer")).toBeVisible();
  await expect(adas.getByRole("listitem").filter({ hasText: ben.email })).toContainText("Declined");
  await tab(adas, "Connected").click();
  await expect(adas.getByText("You have no contacts yet")).toBeVisible();
});
