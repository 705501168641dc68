import { spawn, spawnSync } from "node:child_process";

/** Installs packages of a Debian-like system where that is possible without asking: as root, or with a sudo that asks nothing. */
export async function installPackages(names: readonly string[]): Promise<boolean> {
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (!succeeds([...prefix, "apt-get", "--version"])) return false;
  const environment = ["env", "DEBIAN_FRONTEND=noninteractive"];
  const aptGet = [...prefix, ...environment, "apt-get", "-qq", "-o", "Acquire::Retries=3"];
  // An old list of packages is good enough if the update fails.
  await run([...aptGet, "update"]);
  return run([...aptGet, "install", "-y", "--no-install-recommends", ...names]);
}

function succeeds([program = "", ...args]: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore", timeout: 20_000 }).status === 0;
}

const limitMs = 15 * 60_000;

function run([program = "", ...args]: readonly string[]): Promise<boolean> {
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "inherit"], timeout: limitMs });
  return new Promise((resolve) => {
    child.on("error", () => resolve(false)).on("close", (status) => resolve(status === 0));
  });
}
