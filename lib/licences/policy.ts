import type { Actor } from "#lib/shared/context";
import { DomainError } from "#lib/shared/errors";
import type { PersonId } from "#lib/shared/ids";

/** Everybody sees the own licence; the server administrator sees all. */
export function canReadLicence(actor: Actor, personId: PersonId): boolean {
  return canGrantLicences(actor) || (actor.kind === "person" && actor.personId === personId);
}

/** Licences are handed out by the server administrator. ADM-09 */
export function canGrantLicences(actor: Actor): boolean {
  return actor.kind === "system" || (actor.kind === "person" && actor.isServerAdmin);
}

/** Everybody else is told that there is nothing. DIR-24 */
export function requireLicenceGranter(actor: Actor): void {
  if (!canGrantLicences(actor)) throw new DomainError("not_found");
}
