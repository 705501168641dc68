import { z } from "zod";
import { defineEndpoint, Nothing } from "#lib/shared/endpoint";
import { ChangedPassword, FirstPassword } from "./passwords/schema.ts";
import { ProfileChange, ProfileView } from "./schema.ts";
import { SignedInView, SignIn, SignInView } from "./sign-in/schema.ts";

export const signIn = defineEndpoint({
  method: "POST",
  path: "/api/v1/sign-in-sessions",
  input: SignIn,
  output: SignInView,
  audience: "anyone",
  summary: "Signs in with user name or e-mail address and password; the session comes as a cookie.",
  errors: ["invalid_input", "not_signed_in", "forbidden", "locked"],
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
  output: SignedInView,
  audience: "anyone",
  summary: "Replaces a handed-out password, with the ticket that signing in answered, and signs in.",
  errors: ["invalid_input", "not_found"],
});

export const changePassword = defineEndpoint({
  method: "PUT",
  path: "/api/v1/profile/password",
  input: ChangedPassword,
  output: Nothing,
  audience: "signedIn",
  summary: "Changes your password and ends all your other sign-in sessions.",
  errors: ["invalid_input", "not_signed_in", "locked"],
});

export const getProfile = defineEndpoint({
  method: "GET",
  path: "/api/v1/profile",
  input: z.strictObject({}),
  output: ProfileView,
  audience: "signedIn",
  summary: "Your own profile.",
  errors: ["not_signed_in"],
});

export const changeProfile = defineEndpoint({
  method: "PATCH",
  path: "/api/v1/profile",
  input: ProfileChange,
  output: ProfileView,
  audience: "signedIn",
  summary: "Changes the language or the time zone of your profile.",
  errors: ["invalid_input", "not_signed_in"],
});
