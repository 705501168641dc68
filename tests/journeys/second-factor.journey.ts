import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { problemOf } from "./support/api-client.ts";
import type { Person } from "./support/cast.ts";
import { expect, test } from "./support/journey.ts";
import { waitForMails } from "./support/mailbox.ts";

/** Shows the codes as an authenticator does; each call hands out one that was not asked for before. */
function authenticator(secret: string) {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  let last = 0;
  return async () => {
    // One step ahead is taken too, so that nobody waits half a minute for the second code.
    const step = Math.max(last + 1, Math.floor(Date.now() / 30_000));
    await expect
      .poll(() => Math.floor(Date.now() / 30_000) + 1, { timeout: 40_000 })
      .toBeGreaterThanOrEqual(step);
    last = step;
    return totp.generate({ timestamp: step * 30_000 });
  };
}

async function submit(page: Page, name: string, { password }: Person): Promise<void> {
  await page.getByLabel("User name or e-mail address").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function switchOn(page: Page) {
  await page.getByRole("button", { name: "Enable 2 Factor Authentication" }).click();
  await expect(page.getByText(/Install an authenticator app on your smartphone/)).toBeVisible();
  const picture = page.getByRole("img", { name: /QR code/ });
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100);
  return ((await page.locator("code").first().textContent()) ?? "").replaceAll(/\s/g, "");
}

test("SIG-22 SIG-23 SIG-24 SIG-26 SIG-27 SIG-28 SIG-29 SIG-30 SIG-31 SIG-32 SIG-33 SET-29 GAP-037 the second factor is switched on, asked for, and switched off", async ({
  cast,
  page,
  visit,
}) => {
  test.setTimeout(240_000);
  const ada = await cast.person("Ada");
  const account = await visit(ada, "/settings/account");
  await switchOn(account);
  await account.reload();
  await expect(
    account.getByRole("button", { name: "Enable 2 Factor Authentication" }),
    "leaving leaves it off",
  ).toBeVisible();
  const nextCode = authenticator(await switchOn(account));
  await account.getByLabel("Code").fill("000000");
  await account.getByRole("button", { name: "Enable", exact: true }).click();
  await expect(account.getByText("This code is not right")).toBeVisible();
  await account.getByLabel("Code").fill(await nextCode());
  await account.getByRole("button", { name: "Enable", exact: true }).click();
  const codes = account.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const [recovery = ""] = await codes.allInnerTexts();
  const download = account.waitForEvent("download");
  await account.getByRole("button", { name: "Download as text file" }).click();
  expect((await download).suggestedFilename()).toBe("atrium-recovery-codes.txt");
  await account.getByRole("button", { name: "I have kept them" }).click();
  await expect(account.getByText("You have 10 recovery codes left.")).toBeVisible();

  await page.goto("/sign-in");
  await submit(page, ada.username, ada);
  await expect(page).toHaveURL(/\/second-factor/);
  for (const path of ["/home", "/meetings", "/first-password", "/terms"]) {
    const answer = await page.request.get(path);
    expect(await answer.text(), path).not.toContain("Lindqvist");
  }
  expect((await problemOf(await page.request.get("/api/v1/profile"))).status).toBe(401);
  const code = await nextCode();
  await page.getByLabel("Code of the authenticator").fill("000000");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("This code is not right")).toBeVisible();
  await page.getByLabel("Code of the authenticator").fill(code);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/\/home$/);

  const bare = await page.request.post("/api/v1/sign-in-sessions", {
    data: { name: ada.username, password: ada.password },
  });
  expect(await bare.json(), "the password alone signs no program in either").toMatchObject({
    kind: "secondFactorRequired",
  });
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await submit(page, ada.email, ada);
  await page.getByRole("button", { name: "Use a recovery code instead" }).click();
  await page.getByLabel("Recovery code").fill(recovery);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/\/home$/);

  await account.reload();
  await expect(account.getByText("You have 9 recovery codes left.")).toBeVisible();
  await account.getByRole("button", { name: "Disable 2 Factor Authentication" }).click();
  await account.getByLabel("Code").fill("000000");
  await account.getByRole("button", { name: "Disable", exact: true }).click();
  await expect(account.getByText("This code is not right")).toBeVisible();
  await account.getByLabel("Code").fill(await nextCode());
  await account.getByRole("button", { name: "Disable", exact: true }).click();
  await expect(account.getByRole("button", { name: "Enable 2 Factor Authentication" })).toBeVisible();
  await visit(ada);
  const subjects = (await waitForMails(ada.email, 3)).map(({ subject }) => subject);
  expect(subjects.toSorted()).toEqual([
    "A recovery code was used to sign in",
    "The second factor was switched off",
    "The second factor was switched on",
  ]);
});
