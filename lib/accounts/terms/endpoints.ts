import { z } from "zod";
import { defineEndpoint, Nothing } from "#lib/shared/endpoint";
import { SignInView, StepTicket } from "../sign-in/schema.ts";
import { NewTerms, PublishedTerms, TermsAcceptanceInput } from "./schema.ts";

const stepLimits = [{ per: "address", times: 300, seconds: 5 * 60 }] as const;

export const acceptTerms = defineEndpoint({
  method: "POST",
  path: "/api/v1/sign-in-sessions/terms-acceptance",
  input: TermsAcceptanceInput,
  output: SignInView,
  audience: "anyone",
  summary:
    "Accepts the terms of use, with the ticket that signing in answered, and goes on with the sign-in.",
  errors: ["invalid_input", "forbidden", "not_found", "conflict", "locked", "limit_reached"],
  limits: stepLimits,
});

export const declineTerms = defineEndpoint({
  method: "POST",
  path: "/api/v1/sign-in-sessions/terms-refusal",
  input: StepTicket,
  output: Nothing,
  audience: "anyone",
  summary: "Ends a sign-in at the terms of use; the next sign-in shows them again.",
  errors: ["invalid_input", "limit_reached"],
  limits: stepLimits,
});

export const getTerms = defineEndpoint({
  method: "GET",
  path: "/api/v1/admin/terms",
  input: z.strictObject({}),
  output: PublishedTerms,
  audience: "administrator",
  summary: "The terms of use in force, in all their languages.",
  errors: ["not_found"],
});

export const publishTerms = defineEndpoint({
  method: "POST",
  path: "/api/v1/admin/terms",
  input: NewTerms,
  output: PublishedTerms,
  audience: "administrator",
  summary: "Publishes new terms of use; everybody is asked for them at the next sign-in.",
  errors: ["invalid_input", "not_found"],
});
