/** The row of a PRO licence; absent for somebody who never got one. */
export type Grant = { readonly kind: "PERMANENT" | "TEMPORARY"; readonly validUntil: Date | null };

/** The PRO licence of a person at one moment. Glossary, "PRO licence of one user" */
export type LicenceState =
  | { readonly kind: "none" }
  | { readonly kind: "permanent" }
  | { readonly kind: "temporary"; readonly validUntil: Date }
  | { readonly kind: "expired"; readonly validUntil: Date };

/** What the grant is worth now. A temporary one is over at the very instant it was valid until. PRO-01 */
export function licenceState(grant: Grant | null, now: Date): LicenceState {
  if (!grant) return { kind: "none" };
  if (grant.kind === "PERMANENT") return { kind: "permanent" };
  // The database holds no temporary licence without an end.
  if (!grant.validUntil) return { kind: "none" };
  const isOver = grant.validUntil.getTime() <= now.getTime();
  return { kind: isOver ? "expired" : "temporary", validUntil: grant.validUntil };
}

/** Whether a licence in this state lets its person take part in conferences. PRO-01..04 */
export function isLicenceValid(state: LicenceState): boolean {
  return state.kind === "permanent" || state.kind === "temporary";
}
