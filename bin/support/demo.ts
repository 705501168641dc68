import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { projectFolder } from "./files.ts";
import { withProgress } from "./terminal.ts";

/** Adds the demo organization, in a process that has the portal's settings. */
export async function seedDemo(environment: NodeJS.ProcessEnv): Promise<void> {
  const script = join(projectFolder, "bin/demo.ts");
  const child = spawn(process.execPath, ["--conditions=react-server", script], {
    env: environment,
    stdio: "inherit",
  });
  const [code] = await withProgress("Looking after the demo organization", () => once(child, "exit"));
  if (code !== 0) throw new Error("The demo organization could not be made.");
}
