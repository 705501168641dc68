import { ConferenceInput } from "#lib/conferences/schema";
import { defineEndpoint, Nothing } from "#lib/shared/endpoint";
import { Admission, JoinInput, JoinView, RemoveInput } from "./schema.ts";

export const getEntrance = defineEndpoint({
  method: "GET",
  path: "/api/v1/conferences/{number}",
  input: ConferenceInput,
  output: JoinView,
  audience: "anyone",
  summary: "Tells what the conference is, who is inside, and whether the reader would be admitted now.",
  errors: ["not_found", "not_signed_in"],
});

export const joinConference = defineEndpoint({
  method: "POST",
  path: "/api/v1/conferences/{number}/admissions",
  input: JoinInput,
  output: Admission,
  audience: "anyone",
  summary: "Decides whether the caller is admitted and hands out the token for the media server.",
  errors: ["not_found", "not_signed_in", "forbidden", "locked", "limit_reached", "unavailable"],
});

export const endConference = defineEndpoint({
  method: "POST",
  path: "/api/v1/conferences/{number}/end",
  input: ConferenceInput,
  output: Nothing,
  audience: "signedIn",
  summary: "Ends the running session for everybody; owner and moderators.",
  errors: ["not_found", "forbidden", "unavailable"],
});

export const removePerson = defineEndpoint({
  method: "POST",
  path: "/api/v1/conferences/{number}/removals",
  input: RemoveInput,
  output: Nothing,
  audience: "signedIn",
  summary: "Takes one person out of the running session; owner and moderators.",
  errors: ["not_found", "forbidden", "unavailable"],
});
