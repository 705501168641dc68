import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findMediaServer, installMediaServer } from "#lib/adapters/media-server/provision";
import { provideChromium } from "./support/chromium.ts";
import { projectFolder } from "./support/files.ts";
import { prepare } from "./support/preparation.ts";
import { providePython } from "./support/python.ts";
import {
  type PartResult,
  readPlaywrightReport,
  readVitestReport,
  singleResult,
  summaryOf,
  sumOf,
} from "./support/report.ts";
import { readSettings } from "./support/settings.ts";
import { say, sayReason, withProgress } from "./support/terminal.ts";

/** The parts that can be asked for by name, as in `npm test -- journeys`; all of them without one. */
const partNames = ["lint", "types", "tests", "journeys"] as const;
type PartName = (typeof partNames)[number];

/** A run that hangs is a failed run. */
const limitMs = 40 * 60_000;

type Variables = Readonly<Record<string, string | undefined>>;

const results = join(projectFolder, "tests/results");
const stopping = new AbortController();
const { signal } = stopping;
let current: ChildProcess | undefined;

for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.on(name, () => {
    stopping.abort();
    current?.kill(name);
  });
}

process.exitCode = await runAll(process.argv.slice(2));

async function runAll(args: readonly string[]): Promise<number> {
  const [asked, further] = [args.filter(isPartName), args.filter((argument) => !isPartName(argument))];
  const isAsked = (name: PartName) => asked.length === 0 || asked.includes(name);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const parts: PartResult[] = [];
  const setUp = await setUpFor(isAsked("journeys"));
  parts.push(...setUp.problems);
  if (isAsked("lint")) parts.push(await check("format and lint", "@biomejs/biome/bin/biome", ["check", "."]));
  if (isAsked("types")) {
    const args = ["--noEmit", "-p", "tsconfig.json"];
    parts.push(await check("types", "typescript/bin/tsc", args));
  }
  if (isAsked("tests")) parts.push(...(await runVitest(further)));
  if (setUp.isReadyForJourneys) parts.push(...(await runJourneys(setUp.environment, further)));
  for (const line of summaryOf(parts)) console.log(line);
  const { passed, failed } = sumOf(parts);
  return failed > 0 || passed === 0 || signal.aborted ? 1 : 0;
}

function isPartName(text: string): text is PartName {
  return partNames.some((name) => name === text);
}

type SetUp = {
  readonly environment: Variables;
  readonly problems: readonly PartResult[];
  /** Without pages or a browser each journey would only say so once more. */
  readonly isReadyForJourneys: boolean;
};

/** Makes everything a run needs on a fresh machine. What cannot be made is a failed check, and the rest goes on. */
async function setUpFor(withJourneys: boolean): Promise<SetUp> {
  const { cacheFolder, searchPath } = readSettings([], process.env);
  const problems: PartResult[] = [];
  const attempt = async <Made>(what: string, make: () => Promise<Made>): Promise<Made | undefined> => {
    try {
      return await make();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      sayReason(`Set-up of ${what} failed:`, reason);
      problems.push(singleResult(`set-up: ${what}`, false, reason.split("\n")[0] ?? reason));
      return undefined;
    }
  };
  // The pages take a minute of both processors; the programs mostly wait for the network.
  const pages = attempt("the pages", async () => {
    await prepare({ isDevelopment: !withJourneys, signal });
    return true;
  });
  const places = { searchPath, cacheFolder, folder: join(results, "media-server") };
  await attempt("the media server", async () => {
    if (findMediaServer(places)) return;
    await withProgress("Installing livekit-server", () => installMediaServer(places, { signal, say }));
  });
  const needed = withJourneys ? attempt : async () => undefined;
  const browser = await needed("Chromium", provideChromium);
  const python = await needed("the Python calendar client", () => providePython(cacheFolder));
  const environment = { CHROMIUM_PATH: browser, ATRIUM_TEST_PYTHON: python };
  const hasPages = (await pages) === true;
  return { environment, problems, isReadyForJourneys: withJourneys && hasPages && browser !== undefined };
}

async function check(name: string, script: string, args: readonly string[]): Promise<PartResult> {
  const isGood = (await runScript(name, script, args)) === 0;
  return singleResult(name, isGood, `${name}: see above`);
}

async function runVitest(further: readonly string[]): Promise<readonly PartResult[]> {
  const file = join(results, "tests.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const status = await runScript("unit, database and contract tests", "vitest/vitest.mjs", [
    ...["run", "--config", "tests/vitest.config.ts", ...reporters, ...further],
  ]);
  return withStatus("tests", status, existsSync(file) ? readVitestReport(file) : []);
}

async function runJourneys(
  environment: Variables,
  further: readonly string[],
): Promise<readonly PartResult[]> {
  const file = join(results, "journeys.json");
  const args = ["test", "--config", "tests/journeys/playwright.config.ts", ...further];
  const status = await runScript("journeys in a real browser", "@playwright/test/cli.js", args, {
    ...environment,
    // So that the tests may use the server's own code to put people into the database.
    NODE_OPTIONS: "--conditions=react-server",
  });
  return withStatus("journeys", status, existsSync(file) ? readPlaywrightReport(file) : []);
}

/** Whoever ends badly without a failed test, or without a report, has failed as a whole. */
function withStatus(name: string, status: number, parts: readonly PartResult[]): readonly PartResult[] {
  const { passed, failed } = sumOf(parts);
  const isExplained = status === 0 ? passed > 0 : failed > 0;
  if (isExplained) return parts;
  return [
    ...parts,
    singleResult(`${name}: the run itself`, false, `${name}: ended with ${status}; see above`),
  ];
}

/** Runs a package's script under this Node to its end and shows what it says. */
function runScript(
  name: string,
  script: string,
  args: readonly string[],
  environment: Variables = {},
): Promise<number> {
  if (signal.aborted) return Promise.resolve(1);
  say(`Running: ${name}`);
  const child = spawn(process.execPath, [join("node_modules", script), ...args], {
    cwd: projectFolder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "inherit", "inherit"],
    timeout: limitMs,
    killSignal: "SIGINT",
  });
  current = child;
  return new Promise((resolve) => {
    child.on("error", () => resolve(1)).on("close", (status) => resolve(status ?? 1));
  });
}
