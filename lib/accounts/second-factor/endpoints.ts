import { z } from "zod";
import { defineEndpoint, Nothing } from "#lib/shared/endpoint";
import { CodeInput, NewAuthenticator, RecoveryCodes, SecondFactorView } from "./schema.ts";

const minutes = 60;

export const getSecondFactor = defineEndpoint({
  method: "GET",
  path: "/api/v1/second-factor",
  input: z.strictObject({}),
  output: SecondFactorView,
  audience: "signedIn",
  summary: "Whether your sign-in asks for a second factor, and how many recovery codes you have left.",
  errors: ["not_signed_in"],
});

export const beginSecondFactor = defineEndpoint({
  method: "POST",
  path: "/api/v1/second-factor",
  input: z.strictObject({}),
  output: NewAuthenticator,
  audience: "signedIn",
  summary:
    "Answers once with the secret for an authenticator; the second factor is off until a code of it was sent.",
  errors: ["not_signed_in", "conflict"],
  answersSecret: true,
});

export const enableSecondFactor = defineEndpoint({
  method: "POST",
  path: "/api/v1/second-factor/activation",
  input: CodeInput,
  output: RecoveryCodes,
  audience: "signedIn",
  summary:
    "Switches the second factor on with a code of the authenticator; answers once with ten recovery codes.",
  errors: ["invalid_input", "not_signed_in", "conflict", "limit_reached"],
  limits: [{ per: "person", times: 30, seconds: 10 * minutes }],
  answersSecret: true,
});

export const disableSecondFactor = defineEndpoint({
  method: "POST",
  path: "/api/v1/second-factor/deactivation",
  input: CodeInput,
  output: Nothing,
  audience: "signedIn",
  summary: "Switches the second factor off with a code of the authenticator or a recovery code.",
  errors: ["invalid_input", "not_signed_in", "conflict", "locked", "limit_reached"],
  limits: [{ per: "person", times: 30, seconds: 10 * minutes }],
});

export const makeRecoveryCodes = defineEndpoint({
  method: "POST",
  path: "/api/v1/second-factor/recovery-codes",
  input: CodeInput,
  output: RecoveryCodes,
  audience: "signedIn",
  summary: "Replaces your recovery codes by ten new ones, answered once.",
  errors: ["invalid_input", "not_signed_in", "conflict", "locked", "limit_reached"],
  limits: [{ per: "person", times: 30, seconds: 10 * minutes }],
  answersSecret: true,
});
