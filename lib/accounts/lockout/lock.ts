import { DomainError } from "#lib/shared/errors";

/** The refusal of a locked account; the sentence names until when and whom to ask. SIG-15, SIG-16, GAP-034 */
export function lockedRefusal(until: Date): DomainError {
  return new DomainError("locked", { reason: "accountLocked", values: { until: until.toISOString() } });
}

/** Whether a guard's row keeps its person out at this moment. */
export function isLockedAt(guard: { readonly lockedUntil: Date | null } | null, now: Date): boolean {
  return guard?.lockedUntil != null && guard.lockedUntil > now;
}
