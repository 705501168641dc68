/** Why a camera or a microphone gives nothing. */
export type MediaProblem = "denied" | "notFound" | "inUse" | "insecure" | "failed";

/** Reads what `getUserMedia` threw; its errors are told apart by their name only. */
export function mediaProblemOf(error: unknown): MediaProblem {
  switch (nameOf(error)) {
    case "NotAllowedError":
    case "PermissionDeniedError":
      return "denied";
    case "NotFoundError":
    case "DevicesNotFoundError":
    case "OverconstrainedError":
      return "notFound";
    case "NotReadableError":
    case "TrackStartError":
    case "AbortError":
      return "inUse";
    case "SecurityError":
      return "insecure";
    default:
      return "failed";
  }
}

/** What the reader gets when the start of screen sharing failed; null when the person closed the choice. */
export function screenProblemOf(error: unknown): "denied" | "failed" | null {
  if (nameOf(error) === "AbortError") return null;
  if (nameOf(error) !== "NotAllowedError") return "failed";
  const message = error instanceof Error ? error.message : "";
  return /system/i.test(message) ? "denied" : null;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}
