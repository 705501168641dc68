import type { Prisma } from "#lib/adapters/database/client";
import type { Actor } from "#lib/shared/context";
import { DomainError } from "#lib/shared/errors";

/** The people somebody may choose from: active members of the own organization, without oneself. */
export function readableColleagues(actor: Actor): Prisma.PersonWhereInput {
  if (actor.kind !== "person" || !actor.organization) return { id: { in: [] } };
  return {
    id: { not: actor.personId },
    state: "ACTIVE",
    membership: { is: { organizationId: actor.organization.id } },
  };
}

/** Organizations are made by the set-up and the server administrator. */
export function canManageOrganizations(actor: Actor): boolean {
  return actor.kind === "system" || (actor.kind === "person" && actor.isServerAdmin);
}

/** Everybody else is told that there is nothing. */
export function requireOrganizationManager(actor: Actor): void {
  if (!canManageOrganizations(actor)) throw new DomainError("not_found");
}
