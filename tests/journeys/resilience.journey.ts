import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { createClient } from "#lib/adapters/database/client";
import { healthOf, isWholeUp, runPortal } from "../../bin/support/portal-run.ts";
import { type Cast, makeCast } from "./support/cast.ts";
import { expect, test } from "./support/journey.ts";
import { type OwnPortal, startOwnPortal } from "./support/own-portal.ts";
import { schedule, signIn } from "./support/requests.ts";
import { localIn } from "./support/wall-clock.ts";

const parts = ["front", "web", "media", "database"] as const;
type Part = (typeof parts)[number];

test.describe.configure({ mode: "default" });

test("R1 R2 whichever process is killed, the portal is back by itself with every acknowledged event", async ({
  playwright,
}) => {
  test.setTimeout(300_000);
  const portal = await startOwnPortal();
  try {
    const request = await playwright.request.newContext({ baseURL: portal.origin });
    await signIn(request, await withCast(portal, (cast) => cast.person("Ada")));
    for (const part of parts) {
      const event = await acknowledged(request, `before ${part} was killed`);
      const pid = pidOf(portal.dataFolder, part);
      process.kill(pid, "SIGKILL");
      await expect.poll(() => isBack(portal, part, pid), { timeout: 60_000, message: part }).toBe(true);
      expect((await request.get(`/api/v1/events/${event}`)).status(), part).toBe(200);
    }
    await acknowledged(request, "after all of it");
    await request.dispose();
  } finally {
    await portal.end();
  }
});

test("R1 after SIGKILL of the start alone, and of everything, the next start comes up clean", async ({
  playwright,
}) => {
  test.setTimeout(300_000);
  const first = await startOwnPortal();
  const { dataFolder, port } = first;
  const request = await playwright.request.newContext({ baseURL: first.origin });
  try {
    await signIn(request, await withCast(first, (cast) => cast.person("Ada")));
    const one = await acknowledged(request, "before the start was killed");
    first.child.kill("SIGKILL");
    const second = await runPortal({ dataFolder, port });
    expect((await request.get(`/api/v1/events/${one}`)).status()).toBe(200);
    const two = await acknowledged(request, "before everything was killed");
    const pids = parts.map((part) => pidOf(dataFolder, part));
    second.child.kill("SIGKILL");
    for (const pid of pids) process.kill(pid, "SIGKILL");
    const third = await runPortal({ dataFolder, port });
    for (const event of [one, two]) {
      expect((await request.get(`/api/v1/events/${event}`)).status()).toBe(200);
    }
    await third.stop();
  } finally {
    await request.dispose();
    await first.end();
  }
});

test("SIGTERM and SIGINT end everything within ten seconds and leave no process behind", async () => {
  test.setTimeout(180_000);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const portal = await startOwnPortal();
    const pids = [...parts.map((part) => pidOf(portal.dataFolder, part)), portal.child.pid ?? 0];
    const began = performance.now();
    portal.child.kill(signal);
    await expect.poll(() => portal.child.exitCode, { timeout: 15_000 }).not.toBeNull();
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(portal.child.exitCode).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);
    expect(processesIn(portal.dataFolder)).toEqual([]);
    await portal.end();
  }
});

test("two copies in two folders run side by side without a setting, each with secrets of its own that only its owner reads", async ({
  playwright,
}) => {
  test.setTimeout(180_000);
  const copies = [await startOwnPortal({ port: "any" }), await startOwnPortal({ port: "any" })];
  try {
    expect(new Set(copies.map(({ origin }) => origin)).size).toBe(2);
    for (const copy of copies) {
      const request = await playwright.request.newContext({ baseURL: copy.origin });
      await signIn(request, await withCast(copy, (cast) => cast.person("Ada")));
      await acknowledged(request, "side by side");
      expect((await (await request.get("/api/v1/events", { params: aheadWindow() })).json()).length).toBe(1);
      await request.dispose();
    }
    const secrets = copies.map(({ dataFolder }) => readFileSync(join(dataFolder, "secrets.json"), "utf8"));
    expect(secrets[0]).not.toBe(secrets[1]);
  } finally {
    for (const copy of copies) await copy.end();
  }
});

test("R8 without a media server the rest serves, and the conference page says what is missing", async ({
  openBrowser,
}) => {
  test.setTimeout(180_000);
  const nobody = {
    LIVEKIT_URL: "ws://127.0.0.1:9",
    LIVEKIT_API_KEY: "key",
    LIVEKIT_API_SECRET: "s".repeat(32),
  };
  const isUp = ({ status }: { readonly status: string }) => status === "serving";
  const portal = await startOwnPortal({ environment: nobody, isUp });
  try {
    const health = await fetch(`${portal.origin}/api/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({ status: "serving", parts: { media: { state: "down" } } });
    const context = await openBrowser({ baseURL: portal.origin });
    await signIn(
      context.request,
      await withCast(portal, (cast) => cast.person("Ada", { isServerAdmin: true })),
    );
    const event = await schedule(context.request, { ...draft("No media"), localStart: localIn(timeZone, 5) });
    const page = await context.newPage();
    await page.goto(event.conference.path);
    await expect(page.getByRole("heading", { name: "Meetings cannot be held at the moment" })).toBeVisible();
    const answer = await context.request.post(`/api/v1/conferences/${event.conference.number}/admissions`, {
      data: {},
    });
    expect(await answer.text()).not.toContain("token");
    expect(answer.status()).toBe(503);
    await page.goto("/admin/installation");
    await expect(page.getByRole("row", { name: /Media server/ })).toContainText("Does not work");
    await context.close();
  } finally {
    await portal.end();
  }
});

test("R8 the health answer is 503 while the database does not answer, and 200 again when it does", async () => {
  test.setTimeout(180_000);
  const portal = await startOwnPortal();
  const postmaster = pidOf(portal.dataFolder, "database");
  const status = async () => (await fetch(`${portal.origin}/api/health`)).status;
  try {
    expect(await status()).toBe(200);
    const all = [postmaster, ...childrenOf(postmaster)];
    for (const pid of all) signalIfThere(pid, "SIGSTOP");
    await expect.poll(status, { timeout: 30_000 }).toBe(503);
    for (const pid of all) signalIfThere(pid, "SIGCONT");
    await expect.poll(status, { timeout: 30_000 }).toBe(200);
  } finally {
    for (const pid of [postmaster, ...childrenOf(postmaster)]) signalIfThere(pid, "SIGCONT");
    await portal.end();
  }
});

const timeZone = "Europe/Berlin";

function draft(title: string) {
  return { title, timeZone, localStart: localIn(timeZone, 24 * 60) };
}

function aheadWindow() {
  const day = 24 * 60 * 60 * 1000;
  return { from: new Date().toISOString(), to: new Date(Date.now() + 7 * day).toISOString() };
}

async function acknowledged(request: APIRequestContext, title: string): Promise<string> {
  return (await schedule(request, draft(title))).id;
}

async function withCast<Made>(portal: OwnPortal, make: (cast: Cast) => Promise<Made>): Promise<Made> {
  const db = createClient(portal.databaseUrl);
  try {
    return await make(await makeCast(db));
  } finally {
    await db.$disconnect();
  }
}

async function isBack(portal: OwnPortal, part: Part, formerPid: number): Promise<boolean> {
  const health = await healthOf(portal.origin);
  if (!health || !isWholeUp(health)) return false;
  try {
    const pid = pidOf(portal.dataFolder, part);
    return pid !== formerPid && isAlive(pid);
  } catch {
    // It is just writing down who it is.
    return false;
  }
}

/** The process of a part, as it is written down for the next start. */
function pidOf(dataFolder: string, part: Part): number {
  const read = (...path: string[]) => readFileSync(join(dataFolder, ...path), "utf8");
  if (part === "database") return Number(read("database", "postmaster.pid").split("\n")[0]);
  const record = part === "media" ? read("media-server", "process.json") : read("run", `${part}.json`);
  return JSON.parse(record).mark.pid;
}

function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return !"ZX".includes(stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3));
  } catch {
    // There is no such process.
    return false;
  }
}

/** Command lines of processes that work in the data folder or were given it. */
function processesIn(dataFolder: string): readonly string[] {
  return allPids().flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      const isOurs = command.includes(dataFolder) || readlinkSync(`/proc/${pid}/cwd`).startsWith(dataFolder);
      return isOurs && isAlive(pid) ? [command] : [];
    } catch {
      // Gone while we looked.
      return [];
    }
  });
}

function childrenOf(parent: number): readonly number[] {
  return allPids().filter((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      return Number(stat.slice(stat.lastIndexOf(")") + 4).split(" ")[0]) === parent;
    } catch {
      // Gone while we looked.
      return false;
    }
  });
}

function allPids(): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  if (isAlive(pid)) process.kill(pid, signal);
}
