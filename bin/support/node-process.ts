import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import {
  type EndingStep,
  endProcess,
  isGoneWithin,
  markOf,
  recordedProcess,
  recordProcess,
} from "#lib/adapters/processes";
import type { Running } from "./supervisor.ts";

/** A Node process of ours: it says `{ kind: "ready" }` when it is, and ends by itself when we are gone. */
export type NodeProcess = {
  readonly script: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Whether files marked `server-only` can be loaded. Next cannot run so. */
  readonly isServerOnly: boolean;
  /** File in which the next start finds it, should we be killed. */
  readonly recordFile: string;
  /** How long it may take to end in order. */
  readonly stopMs: number;
};

/** Starts it and answers when it is ready. */
export async function launchNode(options: NodeProcess, signal: AbortSignal): Promise<Running> {
  const child = fork(options.script, {
    env: options.environment,
    execArgv: options.isServerOnly ? ["--conditions=react-server"] : [],
    // In a session of its own, Ctrl-C in the terminal reaches it through us only, in the right order.
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const mark = markOf(child.pid ?? 0);
  const ended = ending(child);
  if (mark) recordProcess(options.recordFile, { mark, way: options.script });
  const stop = async () => {
    if (mark) await endProcess(mark, stopSteps(options.stopMs));
  };
  const handleAbort = () => void stop();
  signal.addEventListener("abort", handleAbort);
  const isReady = await Promise.race([ready(child), ended.then(() => false)]);
  signal.removeEventListener("abort", handleAbort);
  if (!isReady) throw new Error(await ended);
  return { ended, stop };
}

/** Ends what a killed start left behind. It notices by itself that its parent is gone, so it is given a moment. */
export async function endLeftover(recordFile: string): Promise<void> {
  const left = recordedProcess(recordFile);
  if (left && !(await isGoneWithin(left.mark, 1_000))) await endProcess(left.mark, stopSteps(3_000));
}

function stopSteps(waitMs: number): readonly EndingStep[] {
  return [
    { signal: "SIGTERM", waitMs },
    { signal: "SIGKILL", waitMs: 500 },
  ];
}

function ready(child: ChildProcess): Promise<true> {
  return new Promise((resolve) => {
    child.on("message", (message) => {
      if (typeof message === "object" && message !== null && "kind" in message && message.kind === "ready") {
        resolve(true);
      }
    });
  });
}

async function ending(child: ChildProcess): Promise<string> {
  const [code, signal] = await once(child, "exit").catch((error: unknown) => [String(error), null]);
  return signal === null ? `it ended with code ${code}` : `it was ended by ${signal}`;
}
