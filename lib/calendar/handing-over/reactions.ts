import "server-only";
import type { z } from "zod";
import type { Context } from "#lib/adapters/database/context";
import type { memberRemoved } from "#lib/organizations/facts";
import { EventId } from "#lib/shared/ids";
import { passOnEvent } from "./commands.ts";

/** Meetings to come of somebody who is a member no longer pass to an admin; what is over stays as it was. GAP-064 */
export async function passOnMeetings(
  context: Context,
  { personId, heirId, removedAt }: z.infer<typeof memberRemoved.payload>,
): Promise<void> {
  const events = await context.db.event.findMany({
    where: {
      organizerId: personId,
      cancelledAt: null,
      // What was planned after the removal is somebody's own again.
      createdAt: { lte: new Date(removedAt) },
      conferenceId: { not: null },
      OR: [{ windowEnd: null }, { windowEnd: { gt: new Date(removedAt) } }],
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  for (const { id } of events) {
    await passOnEvent(context, { eventId: EventId.parse(id), fromId: personId, heirId });
  }
}
