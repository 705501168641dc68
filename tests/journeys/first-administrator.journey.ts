import { expect, test } from "./support/journey.ts";
import { startOwnPortal } from "./support/own-portal.ts";

test("GAP-115 whoever opens the printed link becomes the first administrator, once", async ({
  openBrowser,
}) => {
  test.setTimeout(180_000);
  const portal = await startOwnPortal();
  try {
    await expect.poll(() => linkIn(portal.output())).not.toBe("");
    const link = linkIn(portal.output());
    const page = await (await openBrowser({ baseURL: portal.origin })).newPage();
    await page.goto(link);
    await page.getByLabel("Name of your organization").fill("Lindenhof");
    await page.getByLabel("First name").fill("Ada");
    await page.getByLabel("Last name").fill("Lindqvist");
    await expect(page.getByLabel("User name")).toHaveValue("ada.lindqvist");
    await page.getByLabel("E-mail address").fill("ada@lindenhof.example");
    await page.getByLabel("Password", { exact: true }).fill("short");
    await page.getByRole("button", { name: "Set up and sign in" }).click();
    await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("aria-invalid", "true");
    await page.getByLabel("Password", { exact: true }).fill("open-the-hall-now");
    await page.getByRole("button", { name: "Set up and sign in" }).click();
    await expect(page.getByRole("heading", { name: /Good \w+, Ada/ })).toBeVisible();
    await page.getByRole("link", { name: "Control panel" }).click();
    await expect(page.getByText("ada.lindqvist").first()).toBeVisible();

    const second = await (await openBrowser({ baseURL: portal.origin })).newPage();
    await second.goto(link);
    await expect(second.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
    const token = link.split("/").at(-1) ?? "";
    const data = {
      ...{ token, organizationName: "Mine", firstName: "Mal", lastName: "Lory", email: "mal@lory.example" },
      password: "open-the-hall-too",
    };
    expect((await second.request.post("/api/v1/setup", { data })).status()).toBe(404);
    await Promise.all([page, second].map((open) => open.context().close()));
  } finally {
    await portal.end();
  }
});

function linkIn(output: string): string {
  return /http:\/\/\S+\/setup\/\S+/.exec(output)?.[0] ?? "";
}
