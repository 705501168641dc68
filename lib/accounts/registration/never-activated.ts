import { addMinutes } from "#lib/shared/time";

/** How long an account waits for its link to be opened. */
const patienceMinutes = 30 * 24 * 60;

/** Condition on people whose account nobody activated for a month, and who have no link left that would. */
export function neverActivated(now: Date) {
  const openLink = { purpose: "ACTIVATE" as const, usedAt: null, revokedAt: null, expiresAt: { gt: now } };
  return {
    state: "WAITING_EMAIL" as const,
    createdAt: { lt: addMinutes(now, -patienceMinutes) },
    actionTokens: { none: openLink },
  };
}
