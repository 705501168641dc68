import { DomainError } from "#lib/shared/errors";
import type { AccountSettings } from "../settings/schema.ts";

/** What decides who may register: the setting, and whether a link of a request or an invitation led here. */
type Registering = {
  readonly mode: AccountSettings["registrationMode"];
  readonly isInvited: boolean;
};

/** With "only with an invitation" the links of contact requests and invitations still work. GAP-030 */
export function canRegister({ mode, isInvited }: Registering): boolean {
  return mode === "OPEN" || (mode === "INVITED" && isInvited);
}

/** Refuses with `forbidden` and says which of the two it is. GAP-030 */
export function requireRegistration(registering: Registering): void {
  if (canRegister(registering)) return;
  const reason = registering.mode === "INVITED" ? "registrationByInvitation" : "registrationClosed";
  throw new DomainError("forbidden", { reason });
}
