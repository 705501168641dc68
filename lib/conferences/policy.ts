import type { Prisma } from "#lib/adapters/database/client";
import type { Actor, PersonActor } from "#lib/shared/context";
import type { AttendanceRole, ConferenceRole } from "./schema.ts";

/** What the decisions about a conference rest on. `participants` needs to hold the actor's own row only. */
export type ConferenceRelations = {
  readonly ownerId: string;
  readonly participants: readonly { readonly personId: string | null; readonly role: ConferenceRole }[];
};

/** Whether the actor may host: accounts of organizations do, individual accounts do not. GAP-012 */
export function canSchedule(actor: Actor): actor is PersonActor {
  return actor.kind === "person" && actor.organization !== null;
}

/** Whether the actor may invite this account by its id: people of the own organization. CNF-21 */
export function canInvite(actor: Actor, person: { readonly organizationId: string | null }): boolean {
  return canSchedule(actor) && actor.organization?.id === person.organizationId;
}

/** Whether the actor may see the conference with its card: the owner and the invited. MTG-04, INV-22 */
export function canReadConference(actor: Actor, conference: ConferenceRelations): boolean {
  return actor.kind === "system" || canReadConferenceAs(actor, conference) !== null;
}

/** What the actor is in the conference; null for everybody who is not invited. CNF-18, GAP-014 */
export function canReadConferenceAs(
  actor: Actor,
  conference: ConferenceRelations,
): Exclude<AttendanceRole, "GUEST"> | null {
  if (actor.kind !== "person") return null;
  if (actor.personId === conference.ownerId) return "OWNER";
  return conference.participants.find(({ personId }) => personId === actor.personId)?.role ?? null;
}

/** Whether the actor may change and cancel it: the owner. GAP-097 */
export function canEditConference(actor: Actor, conference: Pick<ConferenceRelations, "ownerId">): boolean {
  return actor.kind === "person" && actor.personId === conference.ownerId;
}

/** Whether the actor may give a room other settings: the owner, who must still be allowed to host. GAP-012, GAP-097 */
export function canChangeRoom(actor: Actor, room: Pick<ConferenceRelations, "ownerId">): boolean {
  return canEditConference(actor, room) && canSchedule(actor);
}

/** Whether the actor may lock it, remove somebody and end it for all: owner and moderators. GAP-091, GAP-092 */
export function canModerate(actor: Actor, conference: ConferenceRelations): boolean {
  const role = canReadConferenceAs(actor, conference);
  return role === "OWNER" || role === "MODERATOR";
}

/** Restricts a list to what the actor owns or is invited to. INV-23 */
export function readableConferences(actor: Actor): Prisma.ConferenceWhereInput {
  if (actor.kind === "system") return {};
  if (actor.kind !== "person") return { id: { in: [] } };
  const { personId } = actor;
  return { OR: [{ ownerId: personId }, { participants: { some: { personId } } }] };
}

/** The rooms that the actor owns or is invited to and that were not deleted; never what was started on the fly. INV-23, MTG-05, VRM-06 */
export function readableRooms(actor: Actor): Prisma.ConferenceWhereInput {
  return { AND: [readableConferences(actor), { kind: "ROOM", cancelledAt: null }] };
}
