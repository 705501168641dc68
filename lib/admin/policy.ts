import type { Actor } from "#lib/shared/context";
import { DomainError } from "#lib/shared/errors";

/** The control panel is open to the server administrator only. DIR-23, ADM-01 */
export function canAdminister(actor: Actor): boolean {
  return actor.kind === "person" && actor.isServerAdmin;
}

/** For everybody else the control panel does not exist. DIR-24 */
export function requireAdministrator(actor: Actor): void {
  if (!canAdminister(actor)) throw new DomainError("not_found");
}
