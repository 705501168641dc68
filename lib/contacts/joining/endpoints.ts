import { z } from "zod";
import { Secret } from "#lib/accounts/schema";
import { defineEndpoint } from "#lib/shared/endpoint";

export const acceptInvitation = defineEndpoint({
  method: "POST",
  path: "/api/v1/invitation-links/acceptance",
  input: z.strictObject({ secret: Secret }),
  output: z.object({ organization: z.string() }),
  audience: "signedIn",
  summary: "Joins the organization that invited your address, and connects you with whoever invited you.",
  errors: ["invalid_input", "not_signed_in", "not_found", "forbidden", "conflict", "limit_reached"],
  limits: [{ per: "person", times: 60, seconds: 3600 }],
});
