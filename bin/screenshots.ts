import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { createClient } from "#lib/adapters/database/client";
import { EventView } from "#lib/calendar/schema";
import { demoPassword } from "../prisma/seed/demo-people.ts";
import { openBrowser } from "./support/browser.ts";
import { type Sitter, writeCameraFilm } from "./support/camera-film.ts";
import { provideChromium } from "./support/chromium.ts";
import { projectFolder } from "./support/files.ts";
import { type PortalRun, runPortal } from "./support/portal-run.ts";
import { prepare } from "./support/preparation.ts";
import { say } from "./support/terminal.ts";

/**
 * `npm run screenshots`: the two pictures of the README, from the demo. `npm run screenshots -- --all <folder>` photographs
 * every page too: wide and narrow, light and dark.
 */

const largestBytes = 350_000;
const desk = { width: 1440, height: 900 };
const timeZone = "Europe/Berlin";
const host = "ada.lindqvist";
const phone = { width: 390, height: 844 };

/** Who meets: the first one's window is photographed. */
const sitters: Readonly<Record<string, Sitter>> = {
  "ada.lindqvist": { wall: [206, 214, 204], skin: [236, 200, 176], hair: [196, 150, 88], coat: [38, 84, 74] },
  "ben.okafor": { wall: [222, 205, 184], skin: [122, 82, 60], hair: [38, 30, 28], coat: [178, 82, 62] },
  "cleo.marchetti": { wall: [190, 203, 216], skin: [222, 178, 146], hair: [78, 52, 40], coat: [94, 92, 138] },
};

type Studio = {
  readonly portal: PortalRun;
  readonly chromium: string;
  readonly folder: string;
  readonly atEnd: (end: () => Promise<unknown>) => void;
};

/** Every page by the name of its file. */
const guestPages = { "sign-in": "/sign-in", "not-found": "/nowhere" };
const pages = {
  home: "/home",
  meetings: "/meetings?view=calendar",
  "meetings-week": "/meetings?view=calendar&zoom=week",
  "meetings-list": "/meetings?view=list",
  "schedule-general": "/meetings/new",
  "schedule-participants": "/meetings/new#participants",
  calls: "/calls",
  settings: "/settings",
  "admin-people": "/admin/people",
  "admin-new-person": "/admin/people/new",
  "admin-lockout": "/admin/lockout",
  "admin-mails": "/admin/mails",
  "admin-installation": "/admin/installation",
  "not-found-signed-in": "/nowhere",
};

const folder = mkdtempSync(join(tmpdir(), "atrium-screenshots-"));
// PostgreSQL, which is another user where we are root, has to come through to its files.
chmodSync(folder, 0o711);
const ends: (() => Promise<unknown>)[] = [];
const stopping = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => stopping.abort());

try {
  await run(process.argv.slice(2));
} finally {
  for (const end of ends.toReversed())
    await end().catch((error: unknown) => console.error("not ended:", error));
  rmSync(folder, { recursive: true, force: true });
}

async function run(args: readonly string[]): Promise<void> {
  await prepare({ isDevelopment: false, signal: stopping.signal });
  const chromium = await provideChromium();
  say("Starting the demo …");
  const portal = await runPortal({ dataFolder: join(folder, "data"), args: ["--demo"], limitMs: 5 * 60_000 });
  ends.push(portal.stop);
  const studio = { portal, chromium, folder, atEnd: (end: () => Promise<unknown>) => void ends.push(end) };
  const pictures = join(projectFolder, "public/screenshots");
  mkdirSync(pictures, { recursive: true });
  await photographMainPage(studio, join(pictures, "main-page.png"));
  const stage = await photographConference(studio, join(pictures, "conference.png"));
  const all = args.indexOf("--all");
  if (all >= 0) await photographAll(studio, { into: resolve(args[all + 1] ?? "screenshots"), stage });
}

async function photographMainPage(studio: Studio, file: string): Promise<void> {
  const browser = await started(studio);
  const page = await signedIn(studio, { browser, username: host });
  await page.goto("/home", { waitUntil: "networkidle" });
  await photograph(page, file);
  await browser.close();
}

/** Three people in one conference; answers with the photographed page, which stays open. */
async function photographConference(studio: Studio, file: string): Promise<Page> {
  const path = await meetingNow(studio);
  const pages: Page[] = [];
  for (const [username, sitter] of Object.entries(sitters)) {
    const film = join(studio.folder, `${username}.y4m`);
    writeCameraFilm(film, sitter);
    const browser = await started(studio, [`--use-file-for-fake-video-capture=${film}`]);
    const page = await signedIn(studio, { browser, username });
    await page.goto(path, { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "Join", exact: true }).click();
    await page.getByRole("toolbar", { name: "Controls" }).waitFor();
    pages.push(page);
  }
  const [stage] = pages;
  if (!stage) throw new Error("nobody meets");
  await stage.waitForFunction(areAllSharp, Object.keys(sitters).length, { timeout: 40_000 });
  // What announces who came goes by itself.
  await expect(stage.getByRole("status").filter({ hasText: /\S/ })).toHaveCount(0, { timeout: 20_000 });
  await stage.mouse.move(720, 300);
  await photograph(stage, file);
  return stage;
}

/** Runs in the page: whether every picture is there in the size the film has. */
function areAllSharp(count: number): boolean {
  const videos = [...document.querySelectorAll("video")];
  return videos.filter(({ videoWidth }) => videoWidth >= 640).length >= count;
}

/** A meeting of the three that is open at this moment, scheduled by the first; answers with its path. */
async function meetingNow(studio: Studio): Promise<string> {
  const browser = await started(studio);
  const { request } = (await signedIn(studio, { browser, username: host })).context();
  const db = createClient(studio.portal.databaseUrl);
  try {
    const guests = await db.person.findMany({
      where: { username: { in: Object.keys(sitters).filter((username) => username !== host) } },
      select: { id: true },
    });
    const localStart = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" })
      .format(new Date(Date.now() + 60_000))
      .replace(" ", "T");
    const attendees = guests.map(({ id }) => ({ kind: "person", personId: id }));
    const answer = await request.post("/api/v1/events", {
      data: { title: "Release review", localStart, timeZone, attendees },
    });
    if (!answer.ok()) throw new Error(`the meeting could not be scheduled: ${await answer.text()}`);
    return EventView.parse(await answer.json()).conference.path;
  } finally {
    await db.$disconnect();
    await browser.close();
  }
}

async function photographAll(
  studio: Studio,
  { into, stage }: { readonly into: string; readonly stage: Page },
): Promise<void> {
  mkdirSync(into, { recursive: true });
  const browser = await started(studio);
  for (const colorScheme of ["light", "dark"] as const) {
    for (const viewport of [desk, phone]) {
      const ending = `${viewport.width}-${colorScheme}.png`;
      const look = { browser, viewport, colorScheme };
      const guest = await (await newContext(studio, look)).newPage();
      for (const [name, path] of Object.entries(guestPages))
        await visit(guest, path, join(into, `${name}-${ending}`));
      const ada = await signedIn(studio, { ...look, username: host });
      for (const [name, path] of Object.entries(pages))
        await visit(ada, path, join(into, `${name}-${ending}`));
      await visitLinked(ada, {
        from: "/home",
        link: "main a[href*='event=']",
        file: join(into, `card-${ending}`),
      });
      await visitLinked(ada, {
        from: "/admin/people",
        link: "main a[href*='/admin/people/']:not([href$=new])",
        file: join(into, `admin-person-${ending}`),
      });
      await visitLinked(ada, {
        from: "/admin/mails",
        link: "main a[href*='/admin/mails/']",
        file: join(into, `admin-mail-${ending}`),
      });
      await visit(ada, new URL(stage.url()).pathname, join(into, `join-${ending}`));
      await stage.emulateMedia({ colorScheme });
      await stage.setViewportSize(viewport);
      await photograph(stage, join(into, `stage-${ending}`));
      await Promise.all([guest.context().close(), ada.context().close()]);
    }
  }
}

async function visit(page: Page, path: string, file: string): Promise<void> {
  await page.goto(path, { waitUntil: "networkidle" });
  if (path.endsWith("#participants")) await page.getByRole("tab", { name: /^Participants/ }).click();
  await photograph(page, file);
}

async function visitLinked(
  page: Page,
  { from, link, file }: { readonly from: string; readonly link: string; readonly file: string },
): Promise<void> {
  await page.goto(from, { waitUntil: "networkidle" });
  const href = await page.locator(link).first().getAttribute("href", { timeout: 5_000 });
  await visit(page, href ?? from, file);
}

async function photograph(page: Page, path: string): Promise<void> {
  await page.screenshot({ path, scale: "css", animations: "disabled", caret: "hide" });
  const { size } = statSync(path);
  const isForReadme = path.startsWith(projectFolder);
  say(`${path} (${Math.round(size / 1_000)} KB)`);
  if (isForReadme && size > largestBytes)
    throw new Error(`${path} is larger than ${largestBytes / 1_000} KB`);
}

async function started({ chromium, atEnd }: Studio, more: readonly string[] = []): Promise<Browser> {
  const browser = await openBrowser(chromium, more);
  atEnd(() => browser.close());
  return browser;
}

type Look = {
  readonly browser: Browser;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
};

function newContext(
  { portal }: Studio,
  { browser, viewport = desk, colorScheme = "light" }: Look,
): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: portal.origin,
    locale: "en-GB",
    timezoneId: timeZone,
    permissions: ["camera", "microphone"],
    viewport,
    colorScheme,
  });
}

async function signedIn(
  studio: Studio,
  { username, ...look }: Look & { readonly username: string },
): Promise<Page> {
  const context = await newContext(studio, look);
  const answer = await context.request.post("/api/v1/sign-in-sessions", {
    data: { name: username, password: demoPassword },
  });
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${await answer.text()}`);
  return context.newPage();
}
