import "./environment.ts";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { createClient } from "#lib/adapters/database/client";
import { openBrowser } from "../../../bin/support/browser.ts";
import { provideChromium } from "../../../bin/support/chromium.ts";
import { type PortalRun, runPortal } from "../../../bin/support/portal-run.ts";

/** A portal that is measured, with its database. */
export type MeasuredPortal = PortalRun & {
  readonly dataFolder: string;
  readonly db: ReturnType<typeof createClient>;
};

/** What a measurement may ask for; everything is made when it is first asked for. */
export type Bench = {
  /** For whatever a measurement leaves behind; gone at the end. */
  readonly folder: string;
  readonly portal: () => Promise<MeasuredPortal>;
  /** One Chromium with a made-up camera and microphone. */
  readonly browser: () => Promise<Browser>;
  /** Something to be ended with the rest; the last one comes first. */
  readonly atEnd: (end: () => Promise<unknown>) => void;
  /** Ends everything, also after an error. */
  readonly close: () => Promise<void>;
};

export async function openBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), "atrium-bench-"));
  // PostgreSQL, which is another user where we are root, has to come through to its files.
  await chmod(folder, 0o711);
  const ends: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const atEnd = (end: () => Promise<unknown>) => void ends.push(end);
  let portal: Promise<MeasuredPortal> | undefined;
  let browser: Promise<Browser> | undefined;
  return {
    folder,
    atEnd,
    portal: () => {
      portal ??= startPortal(join(folder, "data"), atEnd);
      return portal;
    },
    browser: () => {
      browser ??= startBrowser(atEnd);
      return browser;
    },
    close: async () => {
      for (const end of ends.splice(0).toReversed()) {
        await end().catch((error: unknown) => console.error("not ended:", error));
      }
    },
  };
}

/** Installing the media server may be part of the first start. */
const startLimitMs = 5 * 60_000;

async function startPortal(dataFolder: string, atEnd: Bench["atEnd"]): Promise<MeasuredPortal> {
  // As behind a proxy, so that a measurement can come from many network addresses.
  const environment = { ATRIUM_TRUST_PROXY: "1" };
  const run = await runPortal({ dataFolder, limitMs: startLimitMs, environment });
  atEnd(run.stop);
  const db = createClient(run.databaseUrl);
  atEnd(() => db.$disconnect());
  return { ...run, dataFolder, db };
}

async function startBrowser(atEnd: Bench["atEnd"]): Promise<Browser> {
  const browser = await openBrowser(await provideChromium());
  atEnd(() => browser.close());
  return browser;
}
