import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey.ts";

const paths = ["/", "/sign-in", "/home", "/meetings", "/settings"];

/** How bright the page's ground is painted, from 0 to 1. */
function brightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [red = 0, green = 0, blue = 0] =
      getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? [];
    return (Number(red) + Number(green) + Number(blue)) / 3 / 255;
  });
}

test("THM-01 THM-02 THM-03 GAP-118 the theme is the browser's, changes with it on the open page, and has no switch", async ({
  cast,
  visit,
}) => {
  const page = await visit(await cast.person("Ada"));
  for (const path of paths) {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(path);
    expect(await brightness(page), path).toBeLessThan(0.2);
    await page.emulateMedia({ colorScheme: "light" });
    await expect.poll(() => brightness(page), { message: path }).toBeGreaterThan(0.9);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => brightness(page), { message: path }).toBeLessThan(0.2);
    await expect(page.getByRole("button", { name: /theme|dark|light/i })).toHaveCount(0);
  }
});

test("THM-02 a dark browser never sees a light page, not even before the scripts run", async ({
  openBrowser,
}) => {
  const context = await openBrowser({ colorScheme: "dark", javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in");
  expect(
    (await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor))
      .match(/\d+/g)
      ?.map(Number)[0],
  ).toBeLessThan(60);
});
