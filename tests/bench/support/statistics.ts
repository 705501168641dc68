/** The middle one of some measured values. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value that this part of a hundred does not exceed (nearest rank). Throws when nothing was measured. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (value === undefined) throw new Error("nothing was measured");
  return value;
}

/** How long the work takes, in milliseconds, each time of some, one after the other. */
export async function timed(times: number, work: () => unknown): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let count = 0; count < times; count++) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  return taken;
}
