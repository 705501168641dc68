import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { DomainError } from "#lib/shared/errors";
import { cancelConference, changeConference, openConference } from "../commands.ts";
import { type HeldConference, holdConference } from "../holding/commands.ts";
import { tellInvited } from "../invited/commands.ts";
import { canChangeRoom, canEditConference, canSchedule } from "../policy.ts";
import { getRoom } from "./queries.ts";
import type { RoomChange, RoomDraft, RoomKey, RoomView } from "./schema.ts";

/** Makes a room, open to its people from now on. GAP-012, GAP-086, VRM-02 */
export async function createRoom(context: Context, draft: RoomDraft): Promise<RoomView> {
  const { actor } = context;
  if (!canSchedule(actor)) throw new DomainError("forbidden", { reason: "schedulingNotAllowed" });
  const created = await openConference(context, { kind: "ROOM", ...draft });
  await tellInvited(context, { ...created, ownerId: actor.personId, before: [] });
  return getRoom(context, { number: created.number });
}

/** Gives a room other settings and people. Owner only; the mode stays while people are inside. GAP-090, GAP-097 */
export async function changeRoom(context: Context, { number, ...draft }: RoomChange): Promise<RoomView> {
  const room = await ownRoom(context, { number });
  if (!canChangeRoom(context.actor, room)) {
    throw new DomainError("forbidden", { reason: "schedulingNotAllowed" });
  }
  await changeConference(context, { conferenceId: room.id, ...draft });
  await tellInvited(context, { ...room, before: room.participants });
  return getRoom(context, { number });
}

/** Deletes a room for good; its number is never given again. Owner only, refused while people are inside. GAP-097, INV-25 */
export async function deleteRoom(context: Context, key: RoomKey): Promise<undefined> {
  const room = await ownRoom(context, key);
  await cancelConference(context, { conferenceId: room.id });
}

async function ownRoom(context: Context, { number }: RoomKey): Promise<HeldConference> {
  const room = await holdConference(context, { number });
  if (room.kind !== "ROOM" || room.cancelledAt) throw new DomainError("not_found");
  if (!canEditConference(context.actor, room)) throw new DomainError("forbidden", { reason: "ownerOnly" });
  return room;
}
