import { DomainError } from "#lib/shared/errors";
import type { AccountSettings } from "../settings/schema.ts";

/** The address may be the administrator's. SET-22 */
export function canChangeEmail(settings: Pick<AccountSettings, "mayChangeEmail">): boolean {
  return settings.mayChangeEmail;
}

/** Refuses where it is. SET-27, INV-38 */
export function requireChangeableEmail(settings: Pick<AccountSettings, "mayChangeEmail">): void {
  if (!canChangeEmail(settings)) throw new DomainError("forbidden", { reason: "emailClosed" });
}
