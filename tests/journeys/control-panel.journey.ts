import { expect, test } from "./support/journey.ts";
import { startOwnPortal } from "./support/own-portal.ts";

const password = "open-the-hall-now";

// In a portal of its own, because what is set here holds for everybody.
test("ADM-18 DIR-28 DIR-30 GAP-013 GAP-028 GAP-031 GAP-116 what the administrator sets and publishes shows at once", async ({
  openBrowser,
}) => {
  test.setTimeout(240_000);
  const portal = await startOwnPortal();
  try {
    await expect.poll(() => linkIn(portal.output())).not.toBe("");
    const browser = await openBrowser({ baseURL: portal.origin });
    const page = await browser.newPage();
    const names = { organizationName: "Lindenhof", firstName: "Ada", lastName: "Lindqvist" };
    const data = {
      token: linkIn(portal.output()).split("/").at(-1),
      ...names,
      email: "ada@lindenhof.example",
      password,
    };
    expect((await page.request.post("/api/v1/setup", { data })).status()).toBe(200);

    await test.step("accounts", async () => {
      await page.goto("/admin/settings");
      await page.getByRole("radio", { name: "Only with an invitation" }).check();
      await page.getByLabel("Signed in without use for at most").fill("2");
      await page.getByLabel("Unit").selectOption("hours");
      await page.getByLabel("Whom people may ask").fill("Help desk, 4711");
      await page.getByLabel("Address of the desktop application").fill("no address");
      await page.getByRole("button", { name: "Save" }).click();
      const address = page.getByLabel("Address of the desktop application");
      await expect(address).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByLabel("Whom people may ask")).toHaveValue("Help desk, 4711");
      await address.fill("https://example.org/download");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("Saved. It holds from the next request on.")).toBeVisible();
      await page.reload();
      await expect(page.getByRole("radio", { name: "Only with an invitation" })).toBeChecked();
      await expect(page.getByLabel("Signed in without use for at most")).toHaveValue("2");
      await page.goto("/directory");
      await expect(page.getByText("Ask Help desk, 4711.")).toBeVisible();
      const download = page.getByRole("navigation", { name: "Sections" }).getByRole("link", {
        name: "Download the application",
      });
      await expect(download).toHaveAttribute("href", "https://example.org/download");
    });

    await test.step("terms", async () => {
      await page.goto("/admin/terms");
      await expect(page.getByRole("button", { name: "Publish new version" })).toBeDisabled();
      await page.getByLabel("English text").fill("# House rules\n\nBe kind.");
      await expect(page.getByRole("heading", { name: "House rules" })).toBeVisible();
      await page.getByRole("button", { name: "Publish new version" }).click();
      await page.getByRole("button", { name: "Publish and ask 1 person" }).click();
      await expect(page.getByText(/^Version 2, published/)).toBeVisible();
      const signIn = { name: "ada.lindqvist", password };
      const stranger = await openBrowser({ baseURL: portal.origin });
      const answer = await stranger.request.post("/api/v1/sign-in-sessions", { data: signIn });
      expect(await answer.json()).toMatchObject({ kind: "termsRequired" });
    });

    await test.step("organizations", async () => {
      await page.goto("/admin/organizations");
      await page.getByRole("button", { name: "Dissolve Lindenhof" }).click();
      await expect(page.getByText("1 member keeps the account and becomes an individual.")).toBeVisible();
      await page.getByRole("button", { name: "Leave as it is" }).click();
      await page.getByRole("button", { name: "Dissolve Lindenhof" }).click();
      await page.getByRole("button", { name: "Dissolve for good" }).click();
      await expect(page.getByText("There is no organization yet.", { exact: false })).toBeVisible();
      await page.goto("/directory");
      await expect(page.getByText("Individual account")).toBeVisible();
    });
    await browser.close();
  } finally {
    await portal.end();
  }
});

function linkIn(output: string): string {
  return /http:\/\/\S+\/setup\/\S+/.exec(output)?.[0] ?? "";
}
