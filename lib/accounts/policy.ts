import type { Actor, PersonActor } from "#lib/shared/context";
import { DomainError } from "#lib/shared/errors";

/** Accounts of others are run by the server administrator and by the portal itself. ADM-01 */
export function canAdministerAccounts(actor: Actor): boolean {
  return actor.kind === "system" || (actor.kind === "person" && actor.isServerAdmin);
}

/** Everybody else is told that there is nothing. DIR-24 */
export function requireAccountAdministrator(actor: Actor): void {
  if (!canAdministerAccounts(actor)) throw new DomainError("not_found");
}

/** Only set-up and commands on the server make administrators; no registration, invitation or role does. INV-43 */
export function canMakeAdministrators(actor: Actor): boolean {
  return actor.kind === "system";
}

/** Somebody with an account, for what everybody does with the own one. */
export function requirePerson(actor: Actor): PersonActor {
  if (actor.kind !== "person") throw new DomainError("not_signed_in");
  return actor;
}
