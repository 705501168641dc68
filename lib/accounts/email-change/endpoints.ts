import { z } from "zod";
import { defineEndpoint, Nothing } from "#lib/shared/endpoint";
import { ConfirmedEmail, EmailChangeView, EmailConfirmation, NewEmail, PendingEmail } from "./schema.ts";

export const getEmailChange = defineEndpoint({
  method: "GET",
  path: "/api/v1/email-changes/current",
  input: z.strictObject({}),
  output: EmailChangeView,
  audience: "signedIn",
  summary: "The new address of your account that waits to be confirmed.",
  errors: ["not_signed_in"],
});

export const requestEmailChange = defineEndpoint({
  method: "POST",
  path: "/api/v1/email-changes",
  input: NewEmail,
  output: PendingEmail,
  audience: "signedIn",
  summary: "Sends a link to a new address; the address becomes your account's own when it is opened.",
  errors: ["invalid_input", "not_signed_in", "forbidden", "locked", "limit_reached"],
  limits: [{ per: "person", times: 10, seconds: 3_600 }],
});

export const resendEmailChange = defineEndpoint({
  method: "POST",
  path: "/api/v1/email-changes/current/mails",
  input: z.strictObject({}),
  output: Nothing,
  audience: "signedIn",
  summary: "Sends the link to the new address again; the earlier one opens nothing any more.",
  errors: ["not_signed_in", "forbidden", "not_found", "limit_reached"],
  limits: [{ per: "person", times: 5, seconds: 3_600 }],
});

export const cancelEmailChange = defineEndpoint({
  method: "DELETE",
  path: "/api/v1/email-changes/current",
  input: z.strictObject({}),
  output: Nothing,
  audience: "signedIn",
  summary: "Keeps the address of your account; the link that was sent opens nothing any more.",
  errors: ["not_signed_in"],
});

export const confirmEmailChange = defineEndpoint({
  method: "POST",
  path: "/api/v1/email-changes/confirmation",
  input: EmailConfirmation,
  output: ConfirmedEmail,
  audience: "anyone",
  summary: "Makes the address the account's own to which this link was sent.",
  errors: ["invalid_input", "forbidden", "not_found", "conflict", "limit_reached"],
  limits: [{ per: "address", times: 30, seconds: 600 }],
});
