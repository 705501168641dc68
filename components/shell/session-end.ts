/** Name of the fact `signInSessionRevoked`; its schema is not loaded with every page. */
export const revokedEvent = "sign-in-session.revoked";

/** Set while a page leaves by itself, so that the hint about its own sign-out does not send it elsewhere. */
const leavingMark = "data-leaving";

/** Says that this page is about to leave, or that it stays after all. */
export function markLeaving(isLeaving: boolean): void {
  document.documentElement.toggleAttribute(leavingMark, isLeaving);
}

/** Whether the hint's payload names this sign-in session among those that ended. */
export function endsSession(payload: unknown, sessionId: string): boolean {
  if (typeof payload !== "object" || payload === null || !("sessionIds" in payload)) return false;
  return Array.isArray(payload.sessionIds) && payload.sessionIds.includes(sessionId);
}

/**
 * Leaves a signed-in page whose session ended elsewhere: shows nothing of it any more, at once, and loads the sign-in page
 * in its place, so that nothing stays in the browser's memory. SIG-36, SIG-39
 */
export function leaveForSignIn(): void {
  if (document.documentElement.hasAttribute(leavingMark)) return;
  markLeaving(true);
  document.body.hidden = true;
  const { pathname, search } = window.location;
  window.location.replace(`/sign-in?returnTo=${encodeURIComponent(`${pathname}${search}`)}`);
}
