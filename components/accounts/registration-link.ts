/** The secret of a mailed link; behind # it reaches no server log and no other site. */
export function secretInAddress(): string {
  return window.location.hash.slice(1);
}
