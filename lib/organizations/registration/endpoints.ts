import { registrationLimits } from "#lib/accounts/registration/schema";
import { defineEndpoint, Nothing } from "#lib/shared/endpoint";
import { OrganizationRegistrationInput } from "./schema.ts";

export const registerOrganization = defineEndpoint({
  method: "POST",
  path: "/api/v1/registrations/organizations",
  input: OrganizationRegistrationInput,
  output: Nothing,
  audience: "anyone",
  summary:
    "Registers an organization with the account that manages it and mails an activation link; an address in use gets the same answer.",
  errors: ["invalid_input", "forbidden", "limit_reached"],
  limits: registrationLimits,
});
