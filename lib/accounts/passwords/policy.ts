import { DomainError } from "#lib/shared/errors";
import type { AccountSettings } from "../settings/schema.ts";

/** Whether people change their password by themselves, in the settings or by a mailed link. SET-23 */
export function canChangePassword({
  mayChangePassword,
}: Pick<AccountSettings, "mayChangePassword">): boolean {
  return mayChangePassword;
}

/** Refuses with `forbidden` where the administrator does not allow it. SET-23, SET-27, INV-38 */
export function requirePasswordChange(settings: Pick<AccountSettings, "mayChangePassword">): void {
  if (!canChangePassword(settings)) throw new DomainError("forbidden", { reason: "passwordChangeOff" });
}
