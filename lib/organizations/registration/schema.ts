import type { z } from "zod";
import { RegistrationInput } from "#lib/accounts/registration/schema";
import { line } from "#lib/shared/text";
import { OrganizationName, Website } from "../schema.ts";

/** An account is registered together with the organization that it manages. ACC-25, GAP-022 */
export const OrganizationRegistrationInput = RegistrationInput.extend({
  organizationName: OrganizationName,
  website: Website.optional(),
  vatNumber: line(50).optional(),
});
export type OrganizationRegistrationInput = z.infer<typeof OrganizationRegistrationInput>;
