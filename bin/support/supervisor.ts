import { nextPauseSeconds } from "./backoff.ts";
import { say, sayReason } from "./terminal.ts";

/** Something that runs until it ends by itself or is stopped. */
export type Running = {
  /** Resolves when it has ended, with how it ended where that is known. */
  readonly ended: Promise<string | undefined>;
  readonly stop: () => Promise<void>;
};

/** A part of the portal that is kept running. */
export type Supervised = {
  /** Resolves when it has come up for the first time. */
  readonly ready: Promise<void>;
  /** Stops it and does not start it again. */
  readonly stop: () => Promise<void>;
};

/** What to keep running. */
export type Part = {
  /** As people read it in the log. */
  readonly name: string;
  /** Answers when it is up; gives up when the signal says so. */
  readonly launch: (signal: AbortSignal) => Promise<Running>;
  /** Hears each time that it is up, and each time that it is not, with the reason. */
  readonly onChange?: (change: { readonly isUp: boolean; readonly reason?: string }) => void;
};

/** Launches the part and starts it again, after growing pauses, whenever it ends or cannot be launched. */
export function supervise({ name, launch, onChange }: Part): Supervised {
  const stopping = new AbortController();
  const ready = Promise.withResolvers<void>();
  let current: Running | undefined;

  async function runOnce(): Promise<string> {
    try {
      current = await launch(stopping.signal);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    if (stopping.signal.aborted) await current.stop();
    ready.resolve();
    onChange?.({ isUp: true });
    const how = await current.ended;
    current = undefined;
    return how ?? "it ended";
  }

  async function keepRunning(): Promise<void> {
    let pauseSeconds: number | undefined;
    while (!stopping.signal.aborted) {
      const began = performance.now();
      const reason = await runOnce();
      if (stopping.signal.aborted) return;
      onChange?.({ isUp: false, reason });
      pauseSeconds = nextPauseSeconds(pauseSeconds, (performance.now() - began) / 1_000);
      sayReason(`The ${name} has ended and is started again in ${pauseSeconds} s.`, reason);
      await pause(pauseSeconds, stopping.signal);
      if (!stopping.signal.aborted) say(`Starting the ${name} again.`);
    }
  }

  const loop = keepRunning();
  return {
    ready: ready.promise,
    async stop() {
      stopping.abort();
      await current?.stop();
      await loop;
    },
  };
}

function pause(seconds: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopped.aborted) return resolve();
    const timer = setTimeout(done, seconds * 1_000);
    function done() {
      clearTimeout(timer);
      stopped.removeEventListener("abort", done);
      resolve();
    }
    stopped.addEventListener("abort", done);
  });
}
