import type { Actor, PersonActor } from "#lib/shared/context";
import { DomainError } from "#lib/shared/errors";

/** Organizations are made by the set-up and the server administrator. */
export function canManageOrganizations(actor: Actor): boolean {
  return actor.kind === "system" || (actor.kind === "person" && actor.isServerAdmin);
}

/** Everybody else is told that there is nothing. */
export function requireOrganizationManager(actor: Actor): void {
  if (!canManageOrganizations(actor)) throw new DomainError("not_found");
}

/** Somebody with an organization account. */
export type MemberActor = PersonActor & { readonly organization: NonNullable<PersonActor["organization"]> };

/** Members see the main information and the users of their organization. GAP-067 */
export function canReadOrganization(actor: Actor): actor is MemberActor {
  return actor.kind === "person" && actor.organization !== null;
}

/** For individual accounts there is no organization. DIR-20, ORG-24 */
export function requireMember(actor: Actor): MemberActor {
  if (!canReadOrganization(actor)) throw new DomainError("not_found");
  return actor;
}

/** Organization admins manage their own organization, and no other one. ORG-25, ORG-52, INV-42 */
export function canManageOwnOrganization(actor: Actor): actor is MemberActor {
  return canReadOrganization(actor) && actor.organization.role === "ADMIN";
}

/** Plain members are told that they may not, individual accounts that there is nothing. ORG-52 */
export function requireOwnManager(actor: Actor): MemberActor {
  const member = requireMember(actor);
  if (!canManageOwnOrganization(member)) throw new DomainError("forbidden", { reason: "managersOnly" });
  return member;
}

/** Individual accounts may become organization accounts. ACC-35, ACC-41 */
export function canUpgrade(actor: Actor): actor is PersonActor {
  return actor.kind === "person" && actor.organization === null;
}

/** Whoever has an organization has no upgrade any more. ACC-51 */
export function requireUpgradable(actor: Actor): PersonActor {
  if (!canUpgrade(actor)) throw new DomainError("conflict", { reason: "upgradedAlready" });
  return actor;
}

/** The project subscription is there for organization admins only. GAP-112, APP-08 */
export function requireSubscriber(actor: Actor): MemberActor {
  if (!canManageOwnOrganization(actor)) throw new DomainError("not_found");
  return actor;
}
