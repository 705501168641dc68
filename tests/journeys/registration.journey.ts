import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey.ts";
import { mailsTo, waitForMails } from "./support/mailbox.ts";
import { portal } from "./support/portal.ts";

const password = "a-long-enough-password";

/** Names and an address that no other journey has; the user name has letters only, as names do. */
function somebody() {
  const tag = [...randomBytes(6)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("");
  return {
    firstName: "Nora",
    lastName: `Quist${tag}`,
    email: `nora.${tag}@example.org`,
    username: `nora.quist${tag}`,
  };
}

async function fill(page: Page, person: ReturnType<typeof somebody>): Promise<void> {
  await page.getByLabel("First name").fill(person.firstName);
  await page.getByLabel("Last name").fill(person.lastName);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Repeat password").fill(password);
}

/** The one link of the one activation mail. */
async function activationLink(email: string): Promise<string> {
  const [mail] = await waitForMails(email, 1);
  expect(mail?.subject).toMatch(/^Account activation on Atrium/);
  const links = [...new Set(mail?.text?.match(/https?:\/\/\S+/g))];
  expect(links).toHaveLength(1);
  return links[0] ?? "";
}

async function submitSignIn(page: Page, name: string): Promise<void> {
  await page.getByLabel("User name or e-mail address").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("ACC-01 ACC-02 ACC-03 ACC-06 ACC-09..12 ACC-16..18 GAP-001 a visitor registers, activates and is asked to sign in", async ({
  page,
  db,
}) => {
  const nora = somebody();
  await page.goto("/");
  await page.getByRole("link", { name: "Create account" }).first().click();
  await expect(page).toHaveURL(/\/register$/);
  await expect(page.getByText("An individual account")).toBeVisible();
  await fill(page, nora);
  const username = page.getByLabel("User name");
  await expect(username).toHaveValue(nora.username);
  await expect(username).not.toBeEditable();
  await page.getByRole("button", { name: "Create account" }).click();

  await expect(page.getByRole("heading", { name: "The account has been created" })).toBeVisible();
  await expect(page.getByText(nora.email)).toBeVisible();
  await expect(page.getByText("spam folder")).toBeVisible();
  expect(page.url()).not.toContain("nora");
  await page.reload();
  await expect(page.getByText(nora.email)).toBeVisible();
  const link = await activationLink(nora.email);

  await page.goto("/sign-in");
  await submitSignIn(page, nora.username);
  await expect(page.getByRole("alert").filter({ hasText: "activated" })).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in/);

  await page.goto(link);
  await expect(page).toHaveURL(/\/sign-in\?note=activated$/);
  await expect(page.getByText("Your address is confirmed")).toBeVisible();
  await page.goto("/home");
  await expect(page, "the link signs nobody in").toHaveURL(/\/sign-in/);
  expect(await db.person.findUnique({ where: { emailNorm: nora.email } })).toMatchObject({
    state: "WAITING_TERMS",
    timeZone: await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
  });

  await page.goto(link);
  await expect(page.getByText("This account is active already")).toBeVisible();
  await submitSignIn(page, nora.username);
  await expect(page).toHaveURL(/\/terms/);
});

test("ACC-04 ACC-05 GAP-022 both forms mark what is required, and a refused one keeps what was typed", async ({
  page,
  db,
}) => {
  const nora = somebody();
  const required = ["First name", "Last name", "E-mail address", "Password", "Repeat password"];
  for (const [path, labels] of [
    ["/register", required],
    ["/register/organization", ["Name of the organization", ...required]],
  ] as const) {
    await page.goto(path);
    const marked = page.locator("div:has(> label)").filter({ hasText: "*" }).locator("label");
    await expect(marked).toHaveText(labels);
    await page.getByLabel("First name").fill(nora.firstName);
    await page.getByLabel("E-mail address").fill(nora.email);
    await page.getByLabel("Password", { exact: true }).fill("short");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByLabel("Last name")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText("At least 10 characters.", { exact: true })).toBeVisible();
    await expect(page.getByText("The two passwords differ.")).toHaveCount(0);
    await expect(page.getByLabel("First name")).toHaveValue(nora.firstName);
    await expect(page.getByLabel("E-mail address")).toHaveValue(nora.email);
    await expect(page.getByLabel("E-mail address")).toHaveAttribute("aria-invalid", "false");
    await expect(page.locator("[aria-invalid=true]").first()).toBeFocused();
  }
  expect(await db.person.count({ where: { emailNorm: nora.email } })).toBe(0);
  expect(await mailsTo(nora.email)).toEqual([]);
});

test("ACC-07 ACC-24 ACC-25 GAP-001 an organization is registered with its manager, in the same order", async ({
  page,
  db,
}) => {
  const nora = somebody();
  await page.goto("/register");
  await page.getByRole("link", { name: "Organization" }).click();
  await expect(page).toHaveURL(/\/register\/organization$/);
  await page.getByLabel("Name of the organization").fill(`House of ${nora.lastName}`);
  await page.getByLabel("Website").fill("house.example");
  await fill(page, nora);
  await expect(page.getByLabel("User name")).toHaveValue(nora.username);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText(nora.email)).toBeVisible();
  await page.goto(await activationLink(nora.email));
  await expect(page.getByText("Your address is confirmed")).toBeVisible();
  const person = await db.person.findUniqueOrThrow({
    where: { emailNorm: nora.email },
    include: { membership: { include: { organization: true } } },
  });
  expect(person).toMatchObject({
    state: "WAITING_TERMS",
    membership: {
      role: "ADMIN",
      organization: { name: `House of ${nora.lastName}`, website: "https://house.example" },
    },
  });
});

test("GAP-024 GAP-027 an address in use looks the same, and the mail comes again when asked for", async ({
  cast,
  page,
}) => {
  const ada = await cast.person("Ada");
  await page.goto("/register");
  await fill(page, { ...somebody(), email: ada.email });
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "The account has been created" })).toBeVisible();
  await expect(page.getByText(ada.email)).toBeVisible();
  const [mail] = await waitForMails(ada.email, 1);
  expect(mail?.subject).toBe("You have an account on Atrium");
  expect(mail?.text).toContain(`${portal().origin}/forgot-password`);
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("Sent again, if the account still waits")).toBeVisible();
});

test("GAP-026 a link opened where somebody else is signed in activates, and that session stays", async ({
  cast,
  page,
  visit,
  db,
}) => {
  const nora = somebody();
  await page.goto("/register");
  await fill(page, nora);
  await page.getByRole("button", { name: "Create account" }).click();
  const link = await activationLink(nora.email);
  const ada = await cast.person("Ada");
  const hers = await visit(ada, "/home");
  await hers.goto(link);
  await expect(hers.getByRole("heading", { name: "The account is activated" })).toBeVisible();
  expect(await db.person.findUnique({ where: { emailNorm: nora.email } })).toMatchObject({
    state: "WAITING_TERMS",
  });
  await hers.getByRole("link", { name: "Stay signed in" }).click();
  await expect(hers.getByRole("heading", { name: /Good \w+, Ada/ })).toBeVisible();

  await hers.goto(link.replace(/#.*/, "#not-a-link-that-was-ever-mailed"));
  await expect(hers.getByRole("heading", { name: "This link is not known" })).toBeVisible();
});

test("RFC-22 RFC-23 RFC-24 RFC-28 the sign-up page behind a contact request offers sign-in and a new account for its address", async ({
  cast,
  page,
  visit,
  db,
}) => {
  const nora = somebody();
  const ada = await cast.person("Ada");
  const hers = await visit(ada);
  const sent = await hers.request.post("/api/v1/contact-requests", { data: { email: nora.email } });
  expect(sent.status(), await sent.text()).toBe(200);
  const [mail] = await waitForMails(nora.email, 1);
  const accept = /https?:\/\/\S+\/accept#[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "";
  const secret = accept.split("#")[1] ?? "";

  await page.goto(accept);
  await expect(page.getByRole("heading", { name: `${ada.name} would like to be in contact` })).toBeVisible();
  await expect(page).toHaveURL(`${portal().origin}/register?via=contact-request#${secret}`);
  const signIn = await page.getByRole("main").getByRole("link", { name: "Sign in" }).getAttribute("href");
  expect(new URL(signIn ?? "", portal().origin).searchParams.get("returnTo")).toBe(
    `/contact-request/accept#${secret}`,
  );
  await page.getByRole("button", { name: "Create new account" }).click();
  const address = page.getByLabel("E-mail address");
  await expect(address).toHaveValue(nora.email);
  await expect(address).not.toBeEditable();
  await page.getByLabel("First name").fill(nora.firstName);
  await page.getByLabel("Last name").fill(nora.lastName);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Repeat password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "The account has been created" })).toBeVisible();
  await expect(page.getByText(nora.email)).toBeVisible();
  expect(await db.person.findUnique({ where: { emailNorm: nora.email } })).toMatchObject({
    state: "WAITING_EMAIL",
    username: nora.username,
  });
});

test("ORG-34 ORG-36 the sign-up page behind an invitation makes an account for its address", async ({
  cast,
  page,
  visit,
  db,
}) => {
  const nora = somebody();
  const ada = await cast.person("Ada");
  await db.membership.update({ where: { personId: ada.id }, data: { role: "ADMIN" } });
  const hers = await visit(ada);
  const sent = await hers.request.post("/api/v1/invitations", {
    data: { email: nora.email, message: "Come in." },
  });
  expect(sent.status(), await sent.text()).toBe(200);
  const [mail] = await waitForMails(nora.email, 1);
  const [, secret = ""] = /\/invitation#([\w-]+)/.exec(mail?.text ?? "") ?? [];

  await page.goto(`/invitation#${secret}`);
  await expect(page.getByRole("heading", { name: `${ada.name} invites you to House` })).toBeVisible();
  await expect(page.getByText("Come in.")).toBeVisible();
  await page.getByRole("button", { name: "Create new account" }).click();
  await expect(page.getByLabel("E-mail address")).toHaveValue(nora.email);
  await page.getByLabel("First name").fill(nora.firstName);
  await page.getByLabel("Last name").fill(nora.lastName);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Repeat password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText(nora.email)).toBeVisible();
  expect(await db.person.findUnique({ where: { emailNorm: nora.email } })).toMatchObject({
    state: "WAITING_EMAIL",
  });
});
