/** One line for the person at the terminal. Programs' own logs are JSON lines and pass through beside it. */
export function say(line: string): void {
  console.log(`[atrium] ${line}`);
}

/** A line and, indented below it, what a program said about it. */
export function sayReason(line: string, reason: string): void {
  say(line);
  for (const part of reason.trim().split("\n")) say(`  ${part}`);
}

/** Says that something begins which takes longer than a moment, every ten seconds that it is not done, and its end. */
export async function withProgress<Result>(what: string, run: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1_000);
  say(`${what} …`);
  const timer = setInterval(() => say(`${what} … ${seconds()} s so far`), 10_000);
  timer.unref();
  try {
    const result = await run();
    if (seconds() > 0) say(`${what}: done after ${seconds()} s`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
