/** One line of the table that `npm run bench` prints. */
export type Figure = {
  readonly name: string;
  /** With its unit and, where it is not plain, how it was measured. */
  readonly measured: string;
  /** Absent for what is only told beside another figure. */
  readonly goal?: string;
  readonly holds?: boolean;
};

/** A figure that must not be larger than its goal; `digits` are those behind the point. */
export function atMost(
  name: string,
  { value, goal, unit, digits = 0, note = "" }: Measured & { readonly goal: number },
): Figure {
  return {
    name,
    measured: withNote(`${value.toFixed(digits)} ${unit}`, note),
    goal: `≤ ${goal} ${unit}`,
    holds: value <= goal,
  };
}

/** A figure that must not be smaller than its goal. */
export function atLeast(
  name: string,
  { value, goal, unit, digits = 0, note = "" }: Measured & { readonly goal: number },
): Figure {
  return {
    name,
    measured: withNote(`${value.toFixed(digits)} ${unit}`, note),
    goal: `≥ ${goal} ${unit}`,
    holds: value >= goal,
  };
}

/** A figure without a goal of its own. */
export function told(name: string, { value, unit, digits = 0, note = "" }: Measured): Figure {
  return { name, measured: withNote(`${value.toFixed(digits)} ${unit}`, note) };
}

type Measured = {
  readonly value: number;
  readonly unit: string;
  readonly digits?: number;
  readonly note?: string;
};

function withNote(text: string, note: string): string {
  return note === "" ? text : `${text} (${note})`;
}
