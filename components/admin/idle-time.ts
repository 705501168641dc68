/** Units in which the idle limit is said, by their minutes. */
export const idleUnits = { minutes: 1, hours: 60, days: 24 * 60 } as const;

/** How long somebody may stay away, as people say it. */
export type IdleTime = { readonly amount: number; readonly unit: keyof typeof idleUnits };

/** The largest unit in which the minutes are a whole number. GAP-039 */
export function idleTimeOf(minutes: number): IdleTime {
  const unit =
    minutes % idleUnits.days === 0 ? "days" : minutes % idleUnits.hours === 0 ? "hours" : "minutes";
  return { amount: minutes / idleUnits[unit], unit };
}

/** The same in minutes. */
export function idleMinutesOf({ amount, unit }: IdleTime): number {
  return amount * idleUnits[unit];
}
