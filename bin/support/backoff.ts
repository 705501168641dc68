const longestPauseSeconds = 30;
const steadySeconds = 60;

/**
 * How long to wait before a part that has ended is started again: 1 s, 2 s, 4 s … 30 s, and 1 s again after it has
 * lived for a minute.
 */
export function nextPauseSeconds(previousSeconds: number | undefined, lifetimeSeconds: number): number {
  if (previousSeconds === undefined || lifetimeSeconds >= steadySeconds) return 1;
  return Math.min(previousSeconds * 2, longestPauseSeconds);
}
