import type { Prisma } from "#lib/adapters/database/client";
import type { Actor } from "#lib/shared/context";
import { DomainError } from "#lib/shared/errors";
import { closedReasons, type RequestFacts, stateNow } from "./request-state.ts";

/** The address of somebody's account, and whether the person has shown that its mails arrive. */
export type OwnAddress = {
  readonly personId: string;
  readonly emailNorm: string;
  readonly isConfirmed: boolean;
};

/** Whose request it is and to which address it went. */
export type RequestEnds = { readonly senderId: string; readonly emailNorm: string };

/**
 * Whether the request is to this person: by the address alone, and nobody asks themselves. Without the link of the mail the
 * address has to be confirmed; whoever brings the link has the mail. RFC-30, RFC-44, INV-05, INV-09
 */
export function canAnswer(
  reader: OwnAddress,
  { request, hasLink }: { readonly request: RequestEnds; readonly hasLink: boolean },
): boolean {
  const isMeant = reader.emailNorm === request.emailNorm && reader.personId !== request.senderId;
  return isMeant && (hasLink || reader.isConfirmed);
}

/** For everybody else there is no such request; with its link in hand one is told that it is not for this account. GAP-046 */
export function requireAddressee(...[reader, asked]: Parameters<typeof canAnswer>): void {
  if (canAnswer(reader, asked)) return;
  throw asked.hasLink
    ? new DomainError("forbidden", { reason: "contactRequestForOther" })
    : new DomainError("not_found");
}

/** Only who sent a request resends and withdraws it. RFC-14, GAP-052 */
export function requireSender(actor: Actor, request: { readonly senderId: string } | null): void {
  const isOwn = actor.kind === "person" && request?.senderId === actor.personId;
  if (!isOwn) throw new DomainError("not_found");
}

/** Nobody answers, withdraws or resends what is no longer open; the reason says what became of it. GAP-052, GAP-053 */
export function requireOpenRequest(request: RequestFacts, now: Date): void {
  const state = stateNow(request, now);
  if (state !== "PENDING") throw new DomainError("conflict", { reason: closedReasons[state] });
}

/** The people to whom the actor is connected and whose account is open. RFC-27 */
export function readableContacts(actor: Actor): Prisma.PersonWhereInput {
  if (actor.kind !== "person") return { id: { in: [] } };
  const { personId } = actor;
  return {
    state: "ACTIVE",
    OR: [
      { connectionsAsA: { some: { personBId: personId, endedAt: null } } },
      { connectionsAsB: { some: { personAId: personId, endedAt: null } } },
    ],
  };
}

/** The same as rows of pairs, found by their index however many people there are. */
export function readableConnections(actor: Actor): Prisma.ConnectionWhereInput {
  if (actor.kind !== "person") return { id: { in: [] } };
  const { personId } = actor;
  return {
    endedAt: null,
    OR: [
      { personAId: personId, personB: { is: { state: "ACTIVE" } } },
      { personBId: personId, personA: { is: { state: "ACTIVE" } } },
    ],
  };
}

/** The requests that the actor sent. RFC-14 */
export function readableSentRequests(actor: Actor): Prisma.ContactRequestWhereInput {
  return actor.kind === "person" ? { senderId: actor.personId } : { id: { in: [] } };
}

/** The open requests to the actor's own confirmed address. RFC-42, RFC-44, GAP-049, GAP-051 */
export function readableReceivedRequests(reader: OwnAddress, now: Date): Prisma.ContactRequestWhereInput {
  if (!reader.isConfirmed) return { id: { in: [] } };
  return {
    emailNorm: reader.emailNorm,
    senderId: { not: reader.personId },
    state: "PENDING",
    expiresAt: { gt: now },
    sender: { is: { state: "ACTIVE" } },
  };
}
