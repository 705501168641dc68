import { DomainError } from "#lib/shared/errors";
import type { AccountSettings } from "../settings/schema.ts";
import { type ProfileChange, personalFields } from "./schema.ts";

type Allowed = Pick<AccountSettings, "mayEditPersonalData">;

/** Language and time zone are everybody's own; the personal fields may be the administrator's. SET-13 */
export function canChangeProfile(settings: Allowed, change: ProfileChange): boolean {
  return settings.mayEditPersonalData || personalFields.every((field) => change[field] === undefined);
}

/** Refuses personal fields that are the administrator's. SET-14, INV-38 */
export function requireChangeableProfile(settings: Allowed, change: ProfileChange): void {
  if (!canChangeProfile(settings, change)) {
    throw new DomainError("forbidden", { reason: "personalDataClosed" });
  }
}
