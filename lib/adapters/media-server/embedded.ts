import "server-only";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import {
  endProcess,
  gone,
  isAlive,
  markOf,
  onlyEnvironment,
  type ProcessMark,
  type RunningProcess,
  recordedProcess,
  recordProcess,
} from "../processes.ts";

/** How our own livekit-server is run. */
export type EmbeddedMediaOptions = {
  /** Path of the program. */
  readonly program: string;
  /** Existing folder for its configuration. */
  readonly folder: string;
  readonly logFile: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly ports: { readonly signalling: number; readonly udp: number; readonly tcp: number };
  /** Whether only browsers on this machine can reach the portal, so that media needs no other address either. */
  readonly isLoopbackOnly: boolean;
  /** Where it tells us what happens in its rooms. */
  readonly webhookUrl: string;
};

/** A running livekit-server. It outlives us when we are killed, so that conferences go on until the next start. */
export type EmbeddedMediaServer = {
  /** Whether it ran already. */
  readonly isAdopted: boolean;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it and with it all conferences. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts livekit-server and answers when it takes calls. One that a killed start left behind is adopted if it was
 * started in the same way, else ended first. Throws with the end of its log when it does not come up.
 */
export async function startEmbeddedMediaServer(options: EmbeddedMediaOptions): Promise<EmbeddedMediaServer> {
  const configuration = mediaServerConfiguration(options);
  const way = createHash("sha256").update(`${options.program}\n${configuration}`).digest("hex");
  const left = runningMediaServer(options.folder);
  if (left?.way === way && (await answers(options))) {
    return { isAdopted: true, ended: gone(left.mark), stop: () => endServer(left.mark) };
  }
  if (left) await endServer(left.mark);
  const { mark, ended } = await launch(options, configuration, way);
  return { isAdopted: false, ended, stop: () => endServer(mark) };
}

/** The livekit-server of this folder that still runs; null if there is none. */
export function runningMediaServer(folder: string): RunningProcess | null {
  return recordedProcess(join(folder, recordName));
}

/** The configuration file's text. @see https://github.com/livekit/livekit/blob/v1.13.5/config-sample.yaml */
export function mediaServerConfiguration(
  options: Omit<EmbeddedMediaOptions, "program" | "folder" | "logFile">,
): string {
  const { apiKey, apiSecret, ports, isLoopbackOnly, webhookUrl } = options;
  return stringify({
    // Browsers reach the signalling through the front, on the portal's own origin.
    bind_addresses: ["127.0.0.1"],
    port: ports.signalling,
    rtc: {
      udp_port: ports.udp,
      tcp_port: ports.tcp,
      use_external_ip: false,
      enable_loopback_candidate: true,
      // The server is where its addresses say; this and the next keep it and the browsers from asking Google's servers.
      use_ice_lite: true,
      stun_servers: [`127.0.0.1:${ports.udp}`],
      ...(isLoopbackOnly ? { node_ip: "127.0.0.1", ips: { includes: ["127.0.0.0/8"] } } : {}),
    },
    room: { auto_create: true, empty_timeout: 30, departure_timeout: 20 },
    webhook: { api_key: apiKey, urls: [webhookUrl] },
    logging: { level: "info", json: true },
    keys: { [apiKey]: apiSecret },
  });
}

const recordName = "process.json";

async function launch(options: EmbeddedMediaOptions, configuration: string, way: string) {
  const configurationFile = join(options.folder, "livekit.yaml");
  writeFileSync(configurationFile, configuration, { mode: 0o600 });
  const log = openSync(options.logFile, "a", 0o600);
  const child = spawn(options.program, ["--config", configurationFile], {
    cwd: options.folder,
    // In a session of its own, Ctrl-C in the terminal does not reach it before the front has ended.
    detached: true,
    // It takes settings from the environment too; those of ours are not meant for it.
    env: onlyEnvironment({ HOME: homedir() }),
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  await once(child, "spawn");
  const mark = markOf(child.pid ?? 0);
  const ended = child.exitCode === null ? once(child, "exit").then(() => undefined) : Promise.resolve();
  if (!mark || !(await comesUp(options, mark))) {
    if (mark) await endServer(mark);
    throw new Error(`livekit-server did not start; its last words: ${lastLine(options.logFile)}`);
  }
  recordProcess(join(options.folder, recordName), { mark, way });
  return { mark, ended };
}

const startLimitMs = 20_000;

async function comesUp(options: EmbeddedMediaOptions, mark: ProcessMark): Promise<boolean> {
  const deadline = performance.now() + startLimitMs;
  while (isAlive(mark) && performance.now() < deadline) {
    if (await answers(options)) return true;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return false;
}

async function answers({ ports }: EmbeddedMediaOptions): Promise<boolean> {
  try {
    const url = `http://127.0.0.1:${ports.signalling}/`;
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    // Nobody listens yet, or whoever listens does not answer: not up in both cases.
    return false;
  }
}

/** The first signal waits for everybody to leave; the second ends the conferences. */
async function endServer(mark: ProcessMark): Promise<void> {
  await endProcess(mark, [
    { signal: "SIGTERM", waitMs: 150 },
    { signal: "SIGTERM", waitMs: 1_200 },
    { signal: "SIGKILL", waitMs: 500 },
  ]);
}

function lastLine(file: string): string {
  return readFileSync(file, "utf8").trim().split("\n").at(-1) ?? "";
}
