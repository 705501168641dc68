import { z } from "zod";
import { Instant } from "#lib/shared/text";
import { isLicenceValid, type LicenceState } from "./licence.ts";

/** A person's PRO licence as pages and programs see it. */
export const LicenceView = z.object({
  kind: z.enum(["none", "permanent", "temporary", "expired"]),
  /** Present exactly for temporary and expired ones. */
  validUntil: Instant.nullable(),
  /** Whether conferences may be joined with it. */
  isValid: z.boolean(),
});
export type LicenceView = z.infer<typeof LicenceView>;

/** The state as a view. */
export function licenceView(state: LicenceState): LicenceView {
  const validUntil = "validUntil" in state ? state.validUntil.toISOString() : null;
  return { kind: state.kind, validUntil, isValid: isLicenceValid(state) };
}
