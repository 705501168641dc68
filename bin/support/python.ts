import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installPackages } from "./packages.ts";
import { withProgress } from "./terminal.ts";

/** A calendar client of another house, which reads our feed in one journey. */
const requirements = ["icalendar==6.3.2", "recurring-ical-events==3.8.2"];

/**
 * Path of a Python that has the calendar client, in a virtual environment under the cache folder; made where there is
 * none yet. Throws with the reason when that is not possible here.
 */
export async function providePython(cacheFolder: string): Promise<string> {
  const print = createHash("sha256").update(requirements.join("\n")).digest("hex").slice(0, 12);
  const folder = join(cacheFolder, `python-${print}`);
  const whole = join(folder, "whole");
  const python = join(folder, "bin/python");
  if (existsSync(whole) && spawnSync(python, ["-c", "import icalendar"]).status === 0) return python;
  await withProgress("Installing the Python calendar client, which reads the feed", async () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(cacheFolder, { recursive: true });
    await makeEnvironment(folder);
    run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...requirements]);
    writeFileSync(whole, requirements.join("\n"));
  });
  return python;
}

async function makeEnvironment(folder: string): Promise<void> {
  if (tryRun("python3", ["-m", "venv", folder]) === null) return;
  rmSync(folder, { recursive: true, force: true });
  await installPackages(["python3", "python3-venv"]);
  run("python3", ["-m", "venv", folder]);
}

function run(program: string, args: readonly string[]): void {
  const problem = tryRun(program, args);
  if (problem !== null) throw new Error(`${program} ${args.join(" ")} failed: ${problem}`);
}

/** Null when it worked, else what it said last. */
function tryRun(program: string, args: readonly string[]): string | null {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: "utf8",
    timeout: 5 * 60_000,
  });
  if (status === 0) return null;
  return error?.message ?? `${stdout}${stderr}`.trim().split("\n").slice(-3).join(" ");
}
