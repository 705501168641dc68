import type { Actor } from "#lib/shared/context";
import { DomainError } from "#lib/shared/errors";

/** Mails hold secret links: only who runs the installation reads them. ADM-01 */
export function canReadMails(actor: Actor): boolean {
  return actor.kind === "person" && actor.isServerAdmin;
}

/** Everybody else is told that there is nothing. */
export function requireMailReader(actor: Actor): void {
  if (!canReadMails(actor)) throw new DomainError("not_found");
}
