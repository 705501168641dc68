/** One line of the table: what was measured, and whether it is as good as it shall be. */
export type Figure = {
  readonly what: string;
  readonly figure: string;
  readonly goal: string;
  /** Null for a figure that is only told. */
  readonly holds: boolean | null;
};

/** A figure that must not be above its goal. */
export function atMost(
  what: string,
  value: number,
  goal: { readonly limit: number; readonly unit: string },
): Figure {
  const { limit, unit } = goal;
  return { what, figure: `${rounded(value)} ${unit}`, goal: `≤ ${limit} ${unit}`, holds: value <= limit };
}

/** A figure that must not be below its goal. */
export function atLeast(
  what: string,
  value: number,
  goal: { readonly limit: number; readonly unit: string },
): Figure {
  const { limit, unit } = goal;
  return { what, figure: `${rounded(value)} ${unit}`, goal: `≥ ${limit} ${unit}`, holds: value >= limit };
}

/** A figure without a goal of its own. */
export function told(what: string, value: number, unit: string): Figure {
  return { what, figure: `${rounded(value)} ${unit}`, goal: "", holds: null };
}

/** The value below which this part of all values lies: 0.5 for the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** Runs it so many times, one after the other, and answers how long each took, in milliseconds. */
export async function timed(
  rounds: number,
  run: (round: number) => Promise<unknown>,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await run(round);
    times.push(performance.now() - began);
  }
  return times;
}

function rounded(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(1);
}
