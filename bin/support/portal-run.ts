import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { projectFolder } from "./files.ts";
import { openPorts } from "./ports.ts";
import { readySecrets } from "./secrets.ts";

/** How a portal is run for tests, figures and pictures. */
export type PortalRunOptions = {
  readonly dataFolder: string;
  /** Kept from one run to the next where a test starts the same portal again; `any` sets none and takes what it gets. */
  readonly port?: number | "any";
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** What it waits for; every part that is up when left out. */
  readonly isUp?: (health: PortalHealth) => boolean;
  readonly limitMs?: number;
};

const PortalHealth = z.object({
  status: z.string(),
  parts: z.record(z.string(), z.object({ state: z.string() })),
});

/** What the portal says about itself. */
export type PortalHealth = z.infer<typeof PortalHealth>;

/** A portal that was started as `npm start` starts it, in a process of its own. */
export type PortalRun = {
  readonly origin: string;
  readonly port: number;
  readonly databaseUrl: string;
  /** The start's own process; those below it are found through it. */
  readonly child: ChildProcess;
  /** Everything that was printed so far. */
  readonly output: () => string;
  /** Time from the start of the process to the first page, in milliseconds. */
  readonly startMs: number;
  /** Ends it in order and waits for that. */
  readonly stop: () => Promise<void>;
};

/** Starts a portal on the loopback and answers when it is up; throws with what it printed when it does not come up. */
export async function runPortal(options: PortalRunOptions): Promise<PortalRun> {
  const asked = options.port ?? (await freePort());
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "bin/start.ts", ...(options.args ?? [])],
    {
      cwd: projectFolder,
      env: {
        ...withoutOurs(process.env),
        ATRIUM_DATA: options.dataFolder,
        ATRIUM_HOST: "127.0.0.1",
        ATRIUM_LOG_LEVEL: "warn",
        PORT: asked === "any" ? undefined : String(asked),
        TZ: "Asia/Kathmandu",
        ...options.environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const output = collect(child);
  const addressOf = () =>
    asked === "any" ? /Address +(http:\/\/localhost:\d+)/.exec(output())?.[1] : `http://localhost:${asked}`;
  const { origin, startMs } = await untilUp({ ...options, addressOf, child, output, began });
  const port = Number(new URL(origin).port);
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  };
  return { origin, port, databaseUrl: databaseUrlOf(options.dataFolder), child, output, startMs, stop };
}

/** The portal's answer about its parts; null when there is none. */
export async function healthOf(origin: string): Promise<PortalHealth | null> {
  try {
    const response = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(5_000) });
    return PortalHealth.safeParse(await response.json()).data ?? null;
  } catch {
    // Nobody listens, or what listens is not the portal yet.
    return null;
  }
}

/** Whether every part of it works. */
export function isWholeUp({ parts }: PortalHealth): boolean {
  return Object.values(parts).every(({ state }) => state === "up");
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/** Of what surrounds us, a portal under test sees nothing that would make it another one. */
function withoutOurs(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours =
    /^(ATRIUM_|LIVEKIT_|PUSHER_|SMTP_URL|DATABASE_URL|MAIL_FROM|AUTH_SECRET|PORT$|NODE_OPTIONS$|NODE_ENV$|VITEST)/;
  const kept = Object.entries(environment).filter(([name]) => !ours.test(name));
  return { NODE_ENV: "production", ...Object.fromEntries(kept) };
}

function collect(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  }
  return () => text;
}

type Waiting = PortalRunOptions & {
  readonly addressOf: () => string | undefined;
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly began: number;
};

/** Building the pages and installing the media server are done before; what is left is a plain start. */
const usualLimitMs = 120_000;

async function untilUp(waiting: Waiting): Promise<{ readonly origin: string; readonly startMs: number }> {
  const { addressOf, child, output, began, isUp = isWholeUp, limitMs = usualLimitMs } = waiting;
  let startMs: number | undefined;
  while (performance.now() - began < limitMs && child.exitCode === null) {
    const origin = addressOf();
    const health = origin === undefined ? null : await healthOf(origin);
    if (health) startMs ??= performance.now() - began;
    if (origin && health && startMs && isUp(health) && output().includes("The portal is open")) {
      return { origin, startMs };
    }
    await delay(30);
  }
  child.kill("SIGTERM");
  throw new Error(`the portal did not come up:\n${output().slice(0, 4_000)}`);
}

function databaseUrlOf(dataFolder: string): string {
  const port = openPorts(dataFolder).kept("database");
  const { databasePassword } = readySecrets(dataFolder);
  return `postgresql://atrium:${encodeURIComponent(databasePassword)}@127.0.0.1:${port}/atrium`;
}
