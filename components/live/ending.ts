import { DisconnectReason } from "livekit-client";

/** How somebody's time in a meeting can be over. */
export type Ending = "left" | "ended" | "removed" | "elsewhere" | "lost";

/** What the media server's reason means for the person; null when it is a fault and the way back is worth trying. */
export function endingOf(reason: DisconnectReason | undefined): Ending | null {
  switch (reason) {
    case DisconnectReason.CLIENT_INITIATED:
      return "left";
    case DisconnectReason.ROOM_DELETED:
    case DisconnectReason.ROOM_CLOSED:
      return "ended";
    case DisconnectReason.PARTICIPANT_REMOVED:
      return "removed";
    case DisconnectReason.DUPLICATE_IDENTITY:
      return "elsewhere";
    default:
      return null;
  }
}
