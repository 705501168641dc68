import { rmSync } from "node:fs";
import { join } from "node:path";
import { runningMediaServer, startEmbeddedMediaServer } from "#lib/adapters/media-server/embedded";
import { findMediaServer, installMediaServer, type MediaProgram } from "#lib/adapters/media-server/provision";
import { type MediaServerStatus, statusPath } from "#lib/adapters/media-server/status";
import { ownOrigin } from "./environment.ts";
import { logFile, writeWhole } from "./files.ts";
import type { Ports } from "./ports.ts";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { type Supervised, supervise } from "./supervisor.ts";
import { say, sayReason } from "./terminal.ts";

/** What our own livekit-server needs of this start. */
export type MediaHome = {
  readonly settings: Settings;
  readonly dataFolder: string;
  readonly secrets: Secrets;
  readonly ports: Ports;
  readonly portalPort: number;
};

type MediaPorts = { readonly signalling: number; readonly udp: number; readonly tcp: number };

const remedy =
  "Install livekit-server and put it on the PATH, or copy it to media-server/livekit-server in the data folder, or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET; then start the portal again.";

/** The ports of our own livekit-server: those of one that still runs, else free ones. */
export async function chooseMediaPorts({
  settings,
  dataFolder,
  ports,
}: Omit<MediaHome, "portalPort">): Promise<MediaPorts> {
  const host = settings.isLoopbackOnly ? "127.0.0.1" : "0.0.0.0";
  const isRunning = runningMediaServer(folderOf(dataFolder)) !== null;
  const choose = async (name: "mediaSignalling" | "mediaUdp" | "mediaTcp", protocol: "tcp" | "udp") =>
    (isRunning ? ports.kept(name) : undefined) ?? (await ports.take(name, { host, protocol }));
  return {
    signalling: await choose("mediaSignalling", "tcp"),
    udp: await choose("mediaUdp", "udp"),
    tcp: await choose("mediaTcp", "tcp"),
  };
}

/**
 * Finds or installs livekit-server and keeps it running, beside everything else: the portal does not wait for it. What
 * becomes of it is written where the portal's pages read it.
 */
export function provideMediaServer(
  home: MediaHome,
  ports: MediaPorts,
): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  report(home, { state: "down", reason: "The media server is being started." });
  let supervised: Supervised | undefined;
  const begun = obtain(home, stopping.signal).then((program) => {
    if (program && !stopping.signal.aborted) supervised = keepRunning(home, ports, program);
  });
  return {
    async stop() {
      stopping.abort();
      await begun;
      await supervised?.stop();
      rmSync(statusPath(home.dataFolder), { force: true });
    },
  };
}

async function obtain(home: MediaHome, signal: AbortSignal): Promise<MediaProgram | null> {
  const { searchPath, cacheFolder } = home.settings;
  const places = { searchPath, cacheFolder, folder: folderOf(home.dataFolder) };
  try {
    const found = findMediaServer(places);
    if (found) return found;
    report(home, { state: "installing" });
    say("livekit-server is not on this machine and is installed now; conferences are possible after that.");
    const installed = await installMediaServer(places, { signal, say: (line) => say(`Media: ${line}.`) });
    say(`livekit-server ${installed.version} is installed in ${installed.path}.`);
    return installed;
  } catch (error) {
    if (signal.aborted) return null;
    const reason = `livekit-server could not be installed: ${error instanceof Error ? error.message : String(error)}`;
    report(home, { state: "absent", reason, remedy });
    sayReason("There are no conferences.", `${reason}\n${remedy}`);
    return null;
  }
}

function keepRunning(home: MediaHome, ports: MediaPorts, { path, version }: MediaProgram): Supervised {
  const { settings, dataFolder, secrets, portalPort } = home;
  return supervise({
    name: "media server",
    launch: async () => {
      const server = await startEmbeddedMediaServer({
        program: path,
        folder: folderOf(dataFolder),
        logFile: logFile(dataFolder, "media-server"),
        apiKey: secrets.mediaKey,
        apiSecret: secrets.mediaSecret,
        ports,
        isLoopbackOnly: settings.isLoopbackOnly,
        webhookUrl: `${ownOrigin(settings, portalPort)}/api/webhooks/livekit`,
      });
      say(`livekit-server ${version} (${path}) ${server.isAdopted ? "still runs" : "runs"}.`);
      return { ended: server.ended.then(() => undefined), stop: server.stop };
    },
    onChange: ({ isUp, reason }) => report(home, { state: isUp ? "up" : "down", reason, version }),
  });
}

function report({ dataFolder }: MediaHome, status: Omit<MediaServerStatus, "since">): void {
  writeWhole(statusPath(dataFolder), JSON.stringify({ ...status, since: new Date().toISOString() }));
}

function folderOf(dataFolder: string): string {
  return join(dataFolder, "media-server");
}
