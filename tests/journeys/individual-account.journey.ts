import type { Page } from "@playwright/test";
import { TOTP } from "otpauth";
import sharp from "sharp";
import {
  acceptTerms,
  activationLinkTo,
  linkIn,
  type Newcomer,
  newcomer,
  register,
  typeCredentials,
} from "./support/arrivals.ts";
import { expect, test } from "./support/journey.ts";
import { waitForMails } from "./support/mailbox.ts";

const nameOf = ({ firstName, lastName }: Newcomer) => `${firstName} ${lastName}`;

/** The code that an authenticator shows `steps` times thirty seconds from now. */
function codeOf(secret: string, steps = 0): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });
}

async function arrive(page: Page, person: Newcomer): Promise<void> {
  await register(page, person);
  await page.goto(await activationLinkTo(person.email));
  await expect(page.getByText("Your address is confirmed")).toBeVisible();
  await typeCredentials(page, person.email, person.password);
  await acceptTerms(page);
}

async function signOut(page: Page): Promise<void> {
  await page.goto("/home");
  await page.getByRole("main").getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
}

async function ask(page: Page, email: string): Promise<void> {
  await page.goto("/contact-requests");
  await page.getByRole("button", { name: "New RFC" }).click();
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send RFC" }).click();
  await expect(page.getByText(`The request to ${email} is on its way.`).first()).toBeVisible();
}

test("ACC-19 ACC-20 ACC-21 ACC-23 ACC-26 ACC-34 ACC-41..52 SIG-21..33 RFC-21 RFC-28 RFC-29 SET-04 SET-20 SET-26 the chapter of the individual account, from registration to the upgrade", async ({
  cast,
  page,
  visit,
  openBrowser,
}) => {
  test.setTimeout(240_000);
  const nora = newcomer("Nora");
  const name = nameOf(nora);

  await test.step("register, activate, accept the terms, find the launcher", async () => {
    await page.goto("/register");
    await arrive(page, nora);
    await expect(page.getByRole("heading", { name: /Good \w+, Nora/ })).toBeVisible();
    await page
      .getByRole("link", { name: /^Meetings/ })
      .last()
      .click();
    await expect(page).toHaveURL(/\/meetings/);
    await page.goto("/directory");
    const directory = page.getByRole("navigation", { name: "Directory" });
    await expect(directory.getByRole("link")).toHaveText(["Home", "Contact requests (RFC)", "Settings"]);
  });

  await test.step("edit the account and choose a picture", async () => {
    await page.goto("/settings");
    await page.getByRole("link", { name: /My account/ }).click();
    await page.getByLabel("Company").fill("Atelier Nord");
    await page.getByRole("button", { name: "Save" }).first().click();
    await expect(page.getByText("Your data is saved.")).toBeVisible();
    await page.getByRole("button", { name: "Change avatar" }).last().click();
    const dialog = page.getByRole("dialog", { name: "Your picture" });
    const buffer = await sharp({ create: { width: 600, height: 400, channels: 3, background: "#357" } })
      .jpeg()
      .toBuffer();
    await dialog
      .locator('input[type="file"]')
      .setInputFiles({ name: "me.jpg", mimeType: "image/jpeg", buffer });
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Your new picture is shown from now on.")).toBeVisible();
  });

  const password = "another-long-password";
  await test.step("change the password", async () => {
    await page.getByRole("button", { name: "Change password" }).click();
    await page.getByLabel("Your password now").fill(nora.password);
    await page.getByLabel(/^New password(?! once)/).fill(password);
    await page.getByLabel("New password once more").fill(password);
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page.getByText("The password is changed.").first()).toBeVisible();
    await signOut(page);
    await page.goto("/sign-in");
    await typeCredentials(page, nora.email, nora.password);
    await expect(page.getByRole("alert").first()).toBeVisible();
    await typeCredentials(page, nora.email, password);
    await expect(page.getByRole("heading", { name: /Good \w+, Nora/ })).toBeVisible();
  });

  await test.step("switch the second factor on, sign in with it, and switch it off", async () => {
    await page.goto("/settings/account");
    await page.getByRole("button", { name: "Enable 2 Factor Authentication" }).click();
    await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
    const shown = await page.getByText(/^([A-Z2-7]{1,4} ?){6,}$/).textContent();
    const secret = (shown ?? "").replaceAll(" ", "");
    await page.getByLabel("Code", { exact: true }).fill(codeOf(secret));
    await page.getByRole("button", { name: "Enable", exact: true }).click();
    const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
    await expect(codes).toHaveCount(10);
    const recovery = (await codes.first().textContent()) ?? "";
    await page.getByRole("button", { name: "I have kept them" }).click();
    await signOut(page);
    await page.goto("/sign-in");
    await typeCredentials(page, nora.email, password);
    await expect(page.getByRole("heading", { name: "Second factor" })).toBeVisible();
    await page.goto("/home");
    await expect(page, "the password alone opens nothing").toHaveURL(/\/sign-in/);
    await typeCredentials(page, nora.email, password);
    await page.getByLabel("Code of the authenticator").fill(codeOf(secret, 1));
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("heading", { name: /Good \w+, Nora/ })).toBeVisible();
    await page.goto("/settings/account");
    await page.getByRole("button", { name: "Disable 2 Factor Authentication" }).click();
    await page.getByLabel("Code", { exact: true }).fill(recovery);
    await page.getByRole("button", { name: "Disable", exact: true }).click();
    await expect(page.getByRole("button", { name: "Enable 2 Factor Authentication" })).toBeVisible();
  });

  await test.step("ask somebody with an account, who accepts in the tab while the other page looks on", async () => {
    const ada = await cast.person("Ada");
    const adas = await visit(ada, "/contact-requests?tab=received");
    await ask(page, ada.email);
    await adas.getByRole("button", { name: `Accept the request of ${name}` }).click();
    await expect(adas.getByText(`You are now connected with ${name}.`).first()).toBeVisible();
    await expect(page.getByText(ada.name).first()).toBeVisible();
  });

  await test.step("ask somebody without one, who makes one by the link and is a contact without a further step", async () => {
    const otto = newcomer("Otto");
    await ask(page, otto.email);
    const [mail] = await waitForMails(otto.email, 1);
    const ottos = await (await openBrowser()).newPage();
    await ottos.goto(linkIn(mail?.text, "/contact-request/accept"));
    await expect(ottos.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
    await ottos
      .getByRole("button", { name: "Create new account" })
      .or(ottos.getByRole("link", { name: "Create new account" }))
      .click();
    await register(ottos, otto);
    await ottos.goto(await activationLinkTo(otto.email, 2));
    await typeCredentials(ottos, otto.email, otto.password);
    await acceptTerms(ottos);
    await expect(ottos.getByRole("heading", { name: /Good \w+, Otto/ })).toBeVisible();
    await ottos.goto("/contact-requests?tab=connected");
    await expect(ottos.getByText(name).first()).toBeVisible();
    await page.goto("/contact-requests?tab=connected");
    await expect(page.getByText(nameOf(otto)).first()).toBeVisible();
  });

  await test.step("upgrade to an organization account, with everything kept", async () => {
    await page.goto("/directory");
    await page.getByRole("link", { name: /Upgrade to organization account/ }).click();
    await page.getByLabel("Organization name").fill(`House of ${nora.lastName}`);
    await page.getByRole("button", { name: "Create" }).click();
    await expect(page.getByText("Your account is an organization account now.").first()).toBeVisible();
    await page.goto("/settings");
    await expect(page.getByRole("link", { name: /Upgrade/ })).toHaveCount(0);
    await expect(page.getByRole("link", { name: /Subscribe for project/ })).toBeVisible();
    await page.goto("/directory");
    const directory = page.getByRole("navigation", { name: "Directory" });
    await expect(directory.getByRole("link")).toHaveText([
      "Home",
      "Organizations",
      "Contact requests (RFC)",
      "Settings",
    ]);
    await page.goto("/contact-requests?tab=connected");
    await expect(page.getByRole("main").getByRole("listitem")).not.toHaveCount(0);
    await signOut(page);
    await page.goto("/organization");
    await expect(page).toHaveURL(/\/sign-in/);
  });
});
