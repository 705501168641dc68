import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { projectFolder } from "./files.ts";
import { installPackages } from "./packages.ts";
import { withProgress } from "./terminal.ts";

const programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const advice = `No Chromium was found, and none could be installed. Do one of these and try again:
  apt-get install chromium                      (Debian; as root)
  npx playwright install --with-deps chromium   (elsewhere; downloads from the internet)
  CHROMIUM_PATH=/path/to/chromium npm test      (one that is there already)`;

/** Path of a Chromium that runs: the one that is set, one on the path, Playwright's own, else one that is installed now. */
export async function provideChromium(): Promise<string> {
  const set = process.env.CHROMIUM_PATH?.trim();
  if (set) {
    if (!runs(set)) throw new Error(`CHROMIUM_PATH is ${set}, which does not run.`);
    return set;
  }
  const found = findChromium();
  if (found) return found;
  await withProgress("Installing Chromium, in which the journeys run", async () => {
    const isInstalled = (await installPackages(["chromium"])) && findChromium() !== null;
    if (!isInstalled) downloadChromium();
  });
  const installed = findChromium();
  if (!installed) throw new Error(advice);
  return installed;
}

/** The first Chromium on this machine that runs; null if there is none. */
export function findChromium(): string | null {
  const places = (process.env.PATH ?? "").split(delimiter).filter((place) => place !== "");
  const onPath = programs.flatMap((program) => places.map((place) => join(place, program)));
  return [...onPath, chromium.executablePath()].find(runs) ?? null;
}

function downloadChromium(): void {
  const cli = join(projectFolder, "node_modules/@playwright/test/cli.js");
  spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "inherit", timeout: 10 * 60_000 });
}

/** Ubuntu's package is a script that only points to another packaging system, so it has to prove itself. */
function runs(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
  } catch {
    // There, but not ours to run.
    return false;
  }
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return status === 0 && /\d+\.\d+/.test(stdout);
}
