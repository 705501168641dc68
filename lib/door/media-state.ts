import "server-only";
import { mediaServer } from "#lib/adapters/media-server/index";
import type { EntrancePreview } from "#lib/live/schema";

/** Whether conferences can be held at the moment; the reason is for administrators and stands in the control panel. */
export async function isMediaUp(): Promise<boolean> {
  return (await mediaServer().state()).state === "up";
}

/** What the join page says while they cannot. R8 */
export const mediaRefusal: EntrancePreview = {
  kind: "refused",
  code: "unavailable",
  reason: "mediaUnavailable",
  values: {},
};
