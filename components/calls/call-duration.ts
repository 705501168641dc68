/** How long, in the two units that people would name. */
export type CallDuration =
  | { readonly unit: "hours"; readonly values: { readonly hours: number; readonly minutes: number } }
  | { readonly unit: "minutes"; readonly values: { readonly minutes: number } }
  | { readonly unit: "seconds"; readonly values: { readonly seconds: number } };

/** Under a minute in seconds, then rounded to minutes. */
export function callDuration(seconds: number): CallDuration {
  if (seconds < 60) return { unit: "seconds", values: { seconds } };
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return { unit: "minutes", values: { minutes } };
  return { unit: "hours", values: { hours: Math.floor(minutes / 60), minutes: minutes % 60 } };
}
