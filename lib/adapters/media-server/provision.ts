import "server-only";
import { spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { accessSync, constants, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import * as tar from "tar";

/** The version that is installed where none is found. */
export const mediaServerVersion = "1.13.5";

/** A livekit-server that can be started. */
export type MediaProgram = { readonly path: string; readonly version: string };

/** Where to look and where to install. */
export type Places = {
  /** The machine's `PATH`. */
  readonly searchPath: string;
  /** Folder of the media server within the data folder. */
  readonly folder: string;
  /** Folder shared by all copies of the portal of this user; installations go there. */
  readonly cacheFolder: string;
};

/** The first livekit-server that runs: on the path, in the data folder, installed earlier. Null if there is none. */
export function findMediaServer({ searchPath, folder, cacheFolder }: Places): MediaProgram | null {
  const places = [...searchPath.split(delimiter), folder, installedIn(cacheFolder)];
  for (const place of places.filter((entry) => entry !== "")) {
    const path = join(place, "livekit-server");
    const version = isExecutable(path) ? versionOf(path) : null;
    if (version !== null) return { path, version };
  }
  return null;
}

/**
 * Installs the pinned version into the cache folder: the release, whose checksum is pinned too, else built by Go where
 * Go is. Takes minutes in the second case. Throws with all reasons when neither works. Two may install at once.
 */
export async function installMediaServer(
  places: Places,
  { signal, say }: { readonly signal: AbortSignal; readonly say: (line: string) => void },
): Promise<MediaProgram> {
  const folder = installedIn(places.cacheFolder);
  const workshop = `${folder}.${randomBytes(4).toString("hex")}`;
  mkdirSync(workshop, { recursive: true });
  try {
    const made = await firstThatWorks([
      () => download(workshop, signal),
      () => {
        say(`building livekit-server ${mediaServerVersion} with Go, which takes some minutes`);
        return build(workshop, places.searchPath, signal);
      },
    ]);
    mkdirSync(folder, { recursive: true });
    renameSync(made, join(folder, "livekit-server"));
    return { path: join(folder, "livekit-server"), version: mediaServerVersion };
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

function installedIn(cacheFolder: string): string {
  return join(cacheFolder, `livekit-server-${mediaServerVersion}`);
}

async function firstThatWorks(ways: readonly (() => Promise<string>)[]): Promise<string> {
  const reasons: string[] = [];
  for (const way of ways) {
    try {
      return await way();
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(reasons.join("; "));
}

/** Checksums of the release's archives, by Node's name of the processor. */
const archives: Readonly<Record<string, { readonly name: string; readonly sha256: string }>> = {
  x64: { name: "linux_amd64", sha256: "c020fac437b7cc9b776eef1ad5ea8af77be9acfa07602eca20a3a44930dfbc70" },
  arm64: { name: "linux_arm64", sha256: "332015305518765fe05bad74fc3a9d9583e635e7dd130de3c4fc563d69c550f3" },
};

const releases = "https://github.com/livekit/livekit/releases/download";
const downloadLimitMs = 10 * 60_000;

async function download(workshop: string, stopped: AbortSignal): Promise<string> {
  const archive = process.platform === "linux" ? archives[process.arch] : undefined;
  if (!archive) throw new Error(`there is no release for ${process.platform} on ${process.arch}`);
  const url = `${releases}/v${mediaServerVersion}/livekit_${mediaServerVersion}_${archive.name}.tar.gz`;
  const content = await bytesOf(url, AbortSignal.any([stopped, AbortSignal.timeout(downloadLimitMs)]));
  const sha256 = createHash("sha256").update(content).digest("hex");
  if (sha256 !== archive.sha256) throw new Error(`the download of ${url} has the wrong checksum ${sha256}`);
  const file = join(workshop, "archive.tar.gz");
  writeFileSync(file, content);
  await tar.extract({ file, cwd: workshop, filter: (path) => path === "livekit-server" });
  return join(workshop, "livekit-server");
}

async function bytesOf(url: string, signal: AbortSignal): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new Error(`the download of ${url} failed (${reasonOf(cause)})`, { cause });
  }
}

/** `fetch` hides what went wrong in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || String(error.cause) : error.message;
}

async function build(workshop: string, searchPath: string, signal: AbortSignal): Promise<string> {
  const go = ["/usr/local/go/bin", ...searchPath.split(delimiter)]
    .map((place) => join(place, "go"))
    .find(isExecutable);
  if (!go) throw new Error("Go is not installed, with which it could be built");
  const source = `github.com/livekit/livekit-server/cmd/server@v${mediaServerVersion}`;
  // Politely: the portal is already in use meanwhile.
  const child = spawn("nice", ["env", `GOBIN=${workshop}`, go, "install", source], {
    signal,
    // Ctrl-C reaches it through the signal only, so that it is known to have been stopped and not to have failed.
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-1_000);
  });
  const status = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (status !== 0) throw new Error(`go install ${source} failed: ${said.trim().split("\n").at(-1)}`);
  return join(workshop, "server");
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Absent, or not ours to run: both mean to look further.
    return false;
  }
}

function versionOf(path: string): string | null {
  const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 10_000 });
  return /version (\d+\.\d+\.\d+\S*)/.exec(stdout ?? "")?.[1] ?? null;
}
