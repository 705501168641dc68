import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { projectFolder } from "../../bin/support/files.ts";
import { signIn } from "../journeys/support/requests.ts";
import type { Bench } from "./bench.ts";
import { atMost, type Figure, told } from "./figure.ts";

/** Compressed JavaScript of each page, as it comes over the wire, beside a Next page with nothing on it. P2 */
export async function measureJavascript(bench: Bench): Promise<readonly Figure[]> {
  const context = await bench.browser.newContext({ baseURL: bench.portal.origin });
  const floor = bareNextKilobytes();
  const signInPage = await kilobytesOf(await context.newPage(), "/sign-in");
  await signIn(context.request, await bench.cast.person("Eva"));
  const draft = {
    title: "Soon",
    timeZone: "UTC",
    localStart: new Date(Date.now() + 300_000).toISOString().slice(0, 16),
  };
  const event = await (await context.request.post("/api/v1/events", { data: draft })).json();
  const joinPage = await kilobytesOf(await context.newPage(), event.conference.path, async (page) => {
    await page.locator("button[type=submit]:not([disabled])").waitFor();
  });
  const home = await kilobytesOf(await context.newPage(), "/home");
  const calendar = await kilobytesOf(await context.newPage(), "/meetings?view=calendar");
  await context.close();
  return [
    told("JavaScript of a bare Next page", floor, "kB"),
    atMost("JavaScript of the sign-in page, in bare Next pages (P2)", signInPage / floor, {
      limit: 1.1,
      unit: "×",
    }),
    told("JavaScript of the sign-in page", signInPage, "kB"),
    atMost("JavaScript before Join may be pressed (P2)", joinPage, { limit: 245, unit: "kB" }),
    atMost("JavaScript of the main page (P2)", home, { limit: 190, unit: "kB" }),
    atMost("JavaScript of the calendar (P2)", calendar, { limit: 260, unit: "kB" }),
  ];
}

/** What has arrived when the page is loaded and `isUsable` says so. */
async function kilobytesOf(
  page: Page,
  path: string,
  isUsable: (page: Page) => Promise<void> = async () => undefined,
): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const scripts = new Set<string>();
  let bytes = 0;
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  session.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.mimeType.includes("javascript")) scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(path, { waitUntil: "load" });
  await isUsable(page);
  return bytes / 1_000;
}

/** Builds the smallest page that Next can make, with this project's versions, and weighs what its HTML asks for. */
function bareNextKilobytes(): number {
  const folder = join(projectFolder, "tests/results/bare-next");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "app"), { recursive: true });
  const files = {
    "package.json": '{ "private": true, "type": "module" }',
    "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(projectFolder)} } };`,
    "app/layout.jsx": "export default ({ children }) => <html><body>{children}</body></html>;",
    "app/page.jsx": "export default () => <main>Hello</main>;",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const next = join(projectFolder, "node_modules/next/dist/bin/next");
  const { status, stdout, stderr } = spawnSync(process.execPath, [next, "build"], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the bare page cannot be built: ${stdout}${stderr}`);
  const pages = readdirSync(join(folder, ".next/server/app"), { recursive: true, encoding: "utf8" });
  const page = pages.find((name) => name === "index.html") ?? "index.html";
  const html = readFileSync(join(folder, ".next/server/app", page), "utf8");
  // The one with noModule is for browsers that know no modules; others do not load it.
  const scripts = [...html.matchAll(/<script(?![^>]*noModule)[^>]* src="\/_next\/([^"?]+)/gi)].map(
    ([, path = ""]) => path,
  );
  const sizes = [...new Set(scripts)].map(
    (path) => gzipSync(readFileSync(join(folder, ".next", path))).length,
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}
