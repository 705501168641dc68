import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { readyDataFolder } from "./support/data-folder.ts";
import { origin, ownOrigin } from "./support/environment.ts";
import { LockHeld, takeLock } from "./support/lock.ts";
import { type BegunPortal, beginPortal, endPortal, type Parts, type Start } from "./support/portal.ts";
import { openPorts } from "./support/ports.ts";
import { prepare } from "./support/preparation.ts";
import { readySecrets } from "./support/secrets.ts";
import { readSettings } from "./support/settings.ts";
import { setupLink } from "./support/setup-link.ts";
import { saySummary } from "./support/summary.ts";
import { say, sayReason } from "./support/terminal.ts";

/**
 * `npm start`: everything that the portal needs, from one command. `--demo` adds the demo organization, `--dev` shows
 * changes of the pages at once. Ends in order on SIGINT, SIGTERM and SIGHUP; after SIGKILL the next start tidies up.
 */

process.title = "atrium-start";

const healthLimitMs = 30_000;
const openingLimitMs = 4_000;

let exitCode = 0;
const stopping = new AbortController();
const stopRequested = once(stopping.signal, "abort");
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());
// A terminal that is gone must not stop us in the middle of an orderly end.
process.stdout.on("error", () => undefined);

// A mistake of ours must not leave the other processes running alone.
process.on("uncaughtException", (error) => {
  exitCode = 1;
  sayReason("The start has failed.", error.stack ?? error.message);
  stopping.abort();
});

const parts: Parts = {};
const opening = open(parts);
try {
  await Promise.race([opening.then(announce), stopRequested]);
  await stopRequested;
} catch (error) {
  if (!stopping.signal.aborted) {
    exitCode = 1;
    sayReason("The portal could not be started.", error instanceof Error ? error.message : String(error));
  }
}
await close();
process.exit(exitCode);

async function open(filled: Parts): Promise<{ readonly start: Start; readonly portal: BegunPortal }> {
  const settings = readSettings(process.argv.slice(2), process.env);
  const dataFolder = readyDataFolder(settings.dataFolder);
  await lock(dataFolder);
  await prepare({ isDevelopment: settings.isDevelopment, signal: stopping.signal });
  stopping.signal.throwIfAborted();
  const start = { settings, dataFolder, secrets: readySecrets(dataFolder), ports: openPorts(dataFolder) };
  return { start, portal: await beginPortal(start, filled) };
}

async function lock(dataFolder: string): Promise<void> {
  try {
    // Kept until the process ends.
    await takeLock(dataFolder, "start", `process ${process.pid}`);
  } catch (error) {
    if (!(error instanceof LockHeld)) throw error;
    throw new Error(`${dataFolder} is in use: ${error.holder} runs the portal from it.`, { cause: error });
  }
}

async function announce({ start, portal }: Awaited<ReturnType<typeof open>>): Promise<void> {
  await portal.ready;
  const address = origin(start.settings, portal.port);
  await healthy(`${ownOrigin(start.settings, portal.port)}/api/health`);
  await saySummary(start, portal, await setupLink(portal.databaseUrl, address));
}

/** Waits until the portal answers for itself. */
async function healthy(url: string): Promise<void> {
  const deadline = performance.now() + healthLimitMs;
  while (!stopping.signal.aborted) {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (response?.ok) return;
    if (performance.now() > deadline)
      return say(`There is no good answer at ${url}; see the log lines above.`);
    await delay(50);
  }
}

async function close(): Promise<void> {
  if (Object.keys(parts).length > 0) say("Stopping …");
  // What is just being launched must be known before it can be stopped.
  await Promise.race([Promise.allSettled([opening]), delay(openingLimitMs)]);
  await endPortal(parts);
  if (Object.keys(parts).length > 0) say("Stopped.");
}
