import { z } from "zod";
import { defineEndpoint, Nothing } from "#lib/shared/endpoint";
import {
  ActivationInput,
  ActivationResend,
  ActivationView,
  RegistrationInput,
  registrationLimits,
  UsernameWish,
} from "./schema.ts";

const hour = 60 * 60;

export const registerAccount = defineEndpoint({
  method: "POST",
  path: "/api/v1/registrations",
  input: RegistrationInput,
  output: Nothing,
  audience: "anyone",
  summary:
    "Registers an individual account and mails an activation link; an address in use gets the same answer.",
  errors: ["invalid_input", "forbidden", "limit_reached"],
  limits: registrationLimits,
});

export const proposeUsername = defineEndpoint({
  method: "POST",
  path: "/api/v1/registrations/username-proposals",
  input: UsernameWish,
  output: z.object({ username: z.string() }),
  audience: "anyone",
  summary: "The user name that an account with these names would get now.",
  errors: ["invalid_input", "limit_reached"],
  limits: [{ per: "address", times: 120, seconds: 10 * 60 }],
});

export const resendActivation = defineEndpoint({
  method: "POST",
  path: "/api/v1/activations/mails",
  input: ActivationResend,
  output: Nothing,
  audience: "anyone",
  summary:
    "Mails a new activation link if an account with this address waits for one; answers the same if not.",
  errors: ["invalid_input", "limit_reached"],
  limits: [
    { per: "address", times: 20, seconds: hour },
    { per: { field: "email" }, times: 5, seconds: hour },
  ],
});

export const activateAccount = defineEndpoint({
  method: "POST",
  path: "/api/v1/activations",
  input: ActivationInput,
  output: ActivationView,
  audience: "anyone",
  summary: "Confirms the address of an account with the secret of its activation mail; signs nobody in.",
  errors: ["invalid_input", "not_found", "limit_reached"],
  limits: [{ per: "address", times: 60, seconds: 10 * 60 }],
});

export const renewActivation = defineEndpoint({
  method: "POST",
  path: "/api/v1/activations/renewals",
  input: ActivationInput,
  output: Nothing,
  audience: "anyone",
  summary: "Mails a new activation link to whoever has one that is too old or was replaced.",
  errors: ["invalid_input", "not_found", "limit_reached"],
  limits: [{ per: "address", times: 20, seconds: hour }],
});
