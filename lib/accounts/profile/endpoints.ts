import { z } from "zod";
import { defineEndpoint } from "#lib/shared/endpoint";
import { ProfileChange, ProfileView } from "./schema.ts";

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
  summary: "Changes your names, your contact data, your language or your time zone; what is absent stays.",
  errors: ["invalid_input", "not_signed_in", "forbidden"],
});
