import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectFolder } from "./support/files.ts";
import { prepare } from "./support/preparation.ts";

/**
 * `npm run bench [name …]`: builds what is to be measured and lets `tests/bench` measure it. It judges nothing: it ends
 * badly only when something could not be measured.
 */

const stopping = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => stopping.abort());

await prepare({ isDevelopment: false, signal: stopping.signal });
const child = spawn(
  process.execPath,
  ["--conditions=react-server", join(projectFolder, "tests/bench/main.ts"), ...process.argv.slice(2)],
  { cwd: projectFolder, stdio: "inherit" },
);
// It has a portal to end, and ends by itself then.
stopping.signal.addEventListener("abort", () => child.kill("SIGTERM"));
process.exitCode = await new Promise<number>((resolve, reject) => {
  child.on("error", reject).on("close", (status) => resolve(status ?? 1));
});
