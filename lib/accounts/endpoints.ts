import { z } from "zod";
import { defineEndpoint, Nothing } from "#lib/shared/endpoint";
import { ChangedPassword, FirstPassword } from "./passwords/schema.ts";
import { SecondFactorProof, SignIn, SignInView } from "./sign-in/schema.ts";

export const signIn = defineEndpoint({
  method: "POST",
  path: "/api/v1/sign-in-sessions",
  input: SignIn,
  output: SignInView,
  audience: "anyone",
  summary: "Signs in with user name or e-mail address and password; the session comes as a cookie.",
  errors: ["invalid_input", "not_signed_in", "forbidden", "locked", "limit_reached"],
  // Behind one address a whole office may sign in at nine; against guessing one password there is the lockout.
  limits: [{ per: "address", times: 300, seconds: 300 }],
});

export const passSecondFactor = defineEndpoint({
  method: "POST",
  path: "/api/v1/sign-in-sessions/second-factor",
  input: SecondFactorProof,
  output: SignInView,
  audience: "anyone",
  summary:
    "Goes on with a sign-in by a code of the authenticator or a recovery code, with the ticket that signing in answered.",
  errors: ["invalid_input", "forbidden", "not_found", "locked", "limit_reached"],
  // Without a lockout this is all that stands between somebody who has the password and a million codes.
  limits: [
    { per: "address", times: 300, seconds: 300 },
    { per: { field: "ticket" }, times: 20, seconds: 600 },
  ],
});

export const signOut = defineEndpoint({
  method: "DELETE",
  path: "/api/v1/sign-in-sessions/current",
  input: z.strictObject({}),
  output: Nothing,
  audience: "anyone",
  summary: "Ends your sign-in session for all applications; without one it does nothing.",
  errors: [],
});

export const chooseFirstPassword = defineEndpoint({
  method: "POST",
  path: "/api/v1/passwords",
  input: FirstPassword,
  output: SignInView,
  audience: "anyone",
  summary:
    "Replaces a handed-out password, with the ticket that signing in answered, and goes on with the sign-in.",
  errors: ["invalid_input", "forbidden", "not_found", "locked", "limit_reached"],
  limits: [{ per: "address", times: 300, seconds: 300 }],
});

export const changePassword = defineEndpoint({
  method: "PUT",
  path: "/api/v1/profile/password",
  input: ChangedPassword,
  output: Nothing,
  audience: "signedIn",
  summary: "Changes your password and ends all your other sign-in sessions.",
  errors: ["invalid_input", "not_signed_in", "forbidden", "locked", "limit_reached"],
  limits: [{ per: "person", times: 30, seconds: 600 }],
});
