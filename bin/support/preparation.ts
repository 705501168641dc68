import { spawn } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./files.ts";
import { fingerprint, isMadeFrom } from "./fingerprint.ts";
import { type Lock, LockHeld, takeLock } from "./lock.ts";
import { say, withProgress } from "./terminal.ts";

const schemaFiles = ["prisma/**/*.prisma", "node_modules/prisma/package.json"];
const pageFiles = [
  "{app,components,lib,public}/**/*",
  "{next.config,proxy,instrumentation}.ts",
  "postcss.config.{js,cjs,mjs}",
  "package-lock.json",
  "prisma/**/*.prisma",
];

const generatedFolder = join(projectFolder, "lib/adapters/database/generated");
const buildFolder = join(projectFolder, ".next");

/** Makes the database client and, unless for development, the pages, where they are missing or older than their sources. */
export async function prepare(options: {
  readonly isDevelopment: boolean;
  readonly signal: AbortSignal;
}): Promise<void> {
  const lock = await waitForLock(options.signal);
  try {
    await generateClient(options.signal);
    if (!options.isDevelopment) await buildPages(options.signal);
  } finally {
    await lock.release();
  }
}

/** Two data folders may be started from one checkout: only one of them makes, the other uses what was made. */
async function waitForLock(signal: AbortSignal): Promise<Lock> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await takeLock(projectFolder, "preparation", `process ${process.pid}`);
    } catch (error) {
      if (!(error instanceof LockHeld)) throw error;
      if (attempt === 0) say(`Waiting for ${error.holder}, which prepares the same files.`);
    }
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function generateClient(signal: AbortSignal): Promise<void> {
  const print = fingerprint(projectFolder, schemaFiles);
  const printFile = join(generatedFolder, "fingerprint");
  if (isMadeFrom(printFile, print)) return;
  // The generator would download an engine that it does not need, unless it is told that there is one.
  const environment = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  await withProgress("Generating the database client", () =>
    run(
      ["node_modules/prisma/build/index.js", "generate", "--schema", "prisma", "--no-hints"],
      environment,
      signal,
    ),
  );
  writeFileSync(printFile, print);
}

async function buildPages(signal: AbortSignal): Promise<void> {
  const print = fingerprint(projectFolder, pageFiles);
  const printFile = join(buildFolder, "fingerprint");
  if (isMadeFrom(printFile, print) && existsSync(join(buildFolder, "BUILD_ID"))) return;
  // Until the new build is whole, nothing may say that the folder holds one.
  rmSync(printFile, { force: true });
  await withProgress("Building the pages, which is only done after changes", () =>
    run(
      ["node_modules/next/dist/bin/next", "build"],
      { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      signal,
    ),
  );
  writeFileSync(printFile, print);
}

/** Runs a script of a package to its end; what it says is shown only when it fails. */
async function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal,
) {
  const child = spawn(process.execPath, [...args], {
    cwd: projectFolder,
    env: { ...process.env, CHECKPOINT_DISABLE: "1", ...environment },
    signal,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-20_000);
    });
  }
  const status = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (status !== 0) throw new Error(`${args.join(" ")} failed:\n${said.trim()}`);
}
