import "server-only";
import type { z } from "zod";
import type { Context } from "#lib/adapters/database/context";
import type { memberRemoved } from "#lib/organizations/facts";
import { passOnConference } from "./commands.ts";

/** Rooms of somebody who is a member no longer pass to an admin. GAP-064 */
export async function passOnRooms(
  context: Context,
  { personId, heirId, removedAt }: z.infer<typeof memberRemoved.payload>,
): Promise<void> {
  const rooms = await context.db.conference.findMany({
    // What was made after the removal is somebody's own again.
    where: { ownerId: personId, kind: "ROOM", cancelledAt: null, createdAt: { lte: new Date(removedAt) } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  for (const { id } of rooms) {
    await passOnConference(context, { conferenceId: id, fromId: personId, heirId });
  }
}
