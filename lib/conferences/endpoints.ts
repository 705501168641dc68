import { defineEndpoint, Nothing } from "#lib/shared/endpoint";
import { ConferenceInput, ConferencePin } from "./schema.ts";

export const lockConference = defineEndpoint({
  method: "POST",
  path: "/api/v1/conferences/{number}/lock",
  input: ConferenceInput,
  output: Nothing,
  audience: "signedIn",
  summary: "Keeps everybody new out of the running conference; ends with the conference at the latest.",
  errors: ["not_found", "forbidden", "conflict"],
});

export const unlockConference = defineEndpoint({
  method: "POST",
  path: "/api/v1/conferences/{number}/unlock",
  input: ConferenceInput,
  output: Nothing,
  audience: "signedIn",
  summary: "Lets people in again.",
  errors: ["not_found", "forbidden"],
});

export const changePin = defineEndpoint({
  method: "PUT",
  path: "/api/v1/conferences/{number}/pin",
  input: ConferencePin,
  output: Nothing,
  audience: "signedIn",
  summary: "Sets, changes or takes away the PIN: the owner at any time, moderators while people are inside.",
  errors: ["invalid_input", "not_found", "forbidden", "conflict"],
});
