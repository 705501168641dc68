import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "@playwright/test";
import { demoPassword } from "../prisma/seed/demo-people.ts";
import { provideChromium } from "./support/chromium.ts";
import { projectFolder } from "./support/files.ts";
import { type PortalRun, runPortal } from "./support/portal-run.ts";
import { writePortrait } from "./support/portrait.ts";
import { prepare } from "./support/preparation.ts";
import { say, withProgress } from "./support/terminal.ts";

/**
 * `npm run screenshots` takes the README's pictures anew: the main page and a running conference, in a demo of its own.
 * `npm run screenshots -- --all FOLDER` takes every page in both themes and three widths, for looking at.
 */

const readmeFolder = join(projectFolder, "public/screenshots");
const owner = "ada.lindqvist";
const cast = [
  { username: owner, portrait: { ground: 40, clothes: 165, hair: 20 } },
  { username: "ben.okafor", portrait: { ground: 200, clothes: 230, hair: 15 } },
  { username: "cleo.marchetti", portrait: { ground: 150, clothes: 12, hair: 30 } },
] as const;

const allAt = process.argv.indexOf("--all");
const allFolder = allAt === -1 ? null : (process.argv[allAt + 1] ?? "tests/screenshots");

await prepare({ isDevelopment: false, signal: new AbortController().signal });
const folder = mkdtempSync(join(tmpdir(), "atrium-screenshots-"));
// PostgreSQL, which is another user where we are root, has to come through to its files.
chmodSync(folder, 0o711);
const portal = await withProgress("Starting the demo", () =>
  runPortal({ dataFolder: join(folder, "data"), args: ["--demo"] }),
);
try {
  if (allFolder) await takeAll(portal, allFolder);
  else await takeForReadme(portal);
} finally {
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function takeForReadme({ origin }: PortalRun): Promise<void> {
  mkdirSync(readmeFolder, { recursive: true });
  const browsers = await Promise.all(cast.map(({ portrait }, index) => launch(portrait, index)));
  try {
    const pages = await Promise.all(
      browsers.map((browser, index) => signedIn(browser, origin, cast[index]?.username ?? owner)),
    );
    const [main] = pages;
    if (!main) return;
    await main.goto("/home");
    await settle(main);
    await take(main, join(readmeFolder, "main-page.png"));
    const path = await meetingNow(main);
    for (const page of pages) await comeIn(page, path);
    for (const page of pages) await picturesMove(page, pages.length);
    await main.mouse.move(0, 0);
    await take(main, join(readmeFolder, "conference.png"));
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
  }
}

async function launch(portrait: (typeof cast)[number]["portrait"], index: number): Promise<Browser> {
  const file = join(folder, `camera-${index}.y4m`);
  await writePortrait(file, portrait);
  return chromium.launch({
    executablePath: await provideChromium(),
    args: [
      ...["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"],
      ...["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"],
      `--use-file-for-fake-video-capture=${file}`,
    ],
  });
}

async function signedIn(
  browser: Browser,
  origin: string,
  username: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    ...{ baseURL: origin, locale: "en-GB", timezoneId: "Europe/Berlin", reducedMotion: "reduce" },
    ...{ viewport: { width: 1200, height: 750 }, permissions: ["camera", "microphone"] },
    ...options,
  });
  const data = { name: username, password: demoPassword };
  const answer = await context.request.post("/api/v1/sign-in-sessions", { data });
  if (!answer.ok()) throw new Error(`${username} cannot sign in: ${await answer.text()}`);
  return context.newPage();
}

/** Schedules a meeting of the three that is open at this moment; answers with its path. */
async function meetingNow(page: Page): Promise<string> {
  const found = await (await page.request.get("/api/v1/people", { params: { limit: "50" } })).json();
  const people: readonly { readonly id: string; readonly email: string }[] = found.people;
  const invited = people.filter(({ email }) => cast.some(({ username }) => email.startsWith(`${username}@`)));
  const local = new Intl.DateTimeFormat("sv-SE", {
    ...{ timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "short" },
  }).format(new Date(Date.now() + 60_000));
  const answer = await page.request.post("/api/v1/events", {
    data: {
      ...{ title: "Release review", localStart: local.replace(" ", "T"), timeZone: "Europe/Berlin" },
      attendees: invited.map(({ id }) => ({ kind: "person", personId: id })),
    },
  });
  if (!answer.ok()) throw new Error(`the meeting cannot be scheduled: ${await answer.text()}`);
  return (await answer.json()).conference.path;
}

async function comeIn(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.getByRole("toolbar", { name: "Controls" }).waitFor();
}

async function picturesMove(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll("video")].filter(
        (video) => video.videoWidth >= 480 && video.getVideoPlaybackQuality().totalVideoFrames > 20,
      ).length >= wanted,
    count,
    { timeout: 60_000 },
  );
}

const looks = [1440, 900, 390].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
);

/** Every page that a demo has something to show on. */
async function takeAll({ origin }: PortalRun, to: string): Promise<void> {
  mkdirSync(to, { recursive: true });
  const browser = await launch(cast[0].portrait, 0);
  const guest = await (await browser.newContext({ baseURL: origin, locale: "en-GB" })).newPage();
  const page = await signedIn(browser, origin, owner);
  const path = await meetingNow(page);
  const events = await (await page.request.get("/api/v1/events", { params: today() })).json();
  const event = events[0]?.eventId ?? "";
  const person = (await (await page.request.get("/api/v1/admin/people")).json()).people[0]?.id ?? "";
  const outside = ["/", "/sign-in", "/first-password", "/nowhere"];
  const inside = [
    ...["/home", "/meetings?view=calendar", "/meetings?view=calendar&zoom=week", "/meetings?view=list"],
    ...[`/meetings?event=${event}`, "/meetings/new", `/meetings/${event}/edit`, "/calls", "/settings", path],
    ...["people", "people/new", `people/${person}`, "lockout", "mails", "installation"].map(
      (part) => `/admin/${part}`,
    ),
  ];
  const pages = [...outside.map((at) => [guest, at] as const), ...inside.map((at) => [page, at] as const)];
  for (const [shown, at] of pages) await takeLooks(shown, at, to);
  await page.setViewportSize({ width: 1440, height: 900 });
  await comeIn(page, path);
  await takeLooks(page, null, to);
  await browser.close();
}

/** Pictures of one page, or with null of what is open; in each width and theme. */
async function takeLooks(page: Page, path: string | null, to: string): Promise<void> {
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    if (path !== null) await page.goto(path);
    await settle(page);
    const name = (path ?? "/stage").replace(/[0-9a-f-]{36}/g, "id").replace(/\W+/g, "-");
    await take(page, join(to, `${name.replace(/^-|-$/g, "") || "guest"}-${width}-${colorScheme}.png`));
  }
}

async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForFunction(
    () => document.querySelectorAll("[data-skeleton], .mantine-Skeleton-root").length === 0,
  );
}

async function take(page: Page, path: string): Promise<void> {
  await page.screenshot({ path, animations: "disabled" });
  say(path);
}

function today() {
  const dayMs = 24 * 60 * 60 * 1000;
  return { from: new Date(Date.now() - dayMs).toISOString(), to: new Date(Date.now() + dayMs).toISOString() };
}
