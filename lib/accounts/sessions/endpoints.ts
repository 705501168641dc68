import { z } from "zod";
import { defineEndpoint, Nothing } from "#lib/shared/endpoint";
import { OneSession, SignInSessionView } from "./schema.ts";

export const listSignInSessions = defineEndpoint({
  method: "GET",
  path: "/api/v1/sign-in-sessions",
  input: z.strictObject({}),
  output: z.array(SignInSessionView),
  audience: "signedIn",
  summary: "The browsers in which you are signed in, this one first.",
  errors: ["not_signed_in"],
});

export const revokeSignInSession = defineEndpoint({
  method: "DELETE",
  path: "/api/v1/sign-in-sessions/{sessionId}",
  input: OneSession,
  output: Nothing,
  audience: "signedIn",
  summary: "Signs you out in one of the browsers in which you are signed in.",
  errors: ["not_signed_in", "not_found"],
});

export const revokeOtherSignInSessions = defineEndpoint({
  method: "DELETE",
  path: "/api/v1/sign-in-sessions",
  input: z.strictObject({}),
  output: Nothing,
  audience: "signedIn",
  summary: "Signs you out everywhere but in this browser.",
  errors: ["not_signed_in"],
});
