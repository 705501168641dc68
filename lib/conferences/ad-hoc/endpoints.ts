import { defineEndpoint } from "#lib/shared/endpoint";
import { AdHocConferenceView, CallInInput, CallInView, MeetNowInput } from "./schema.ts";

export const meetNow = defineEndpoint({
  method: "POST",
  path: "/api/v1/ad-hoc-conferences",
  input: MeetNowInput,
  output: AdHocConferenceView,
  audience: "signedIn",
  summary: "Starts a conference on the fly, which stands in no list, and tells where to join it.",
  errors: ["invalid_input", "not_signed_in", "forbidden", "limit_reached"],
  limits: [{ per: "person", times: 60, seconds: 3600 }],
});

export const callIn = defineEndpoint({
  method: "POST",
  path: "/api/v1/ad-hoc-conferences/{number}/invitations",
  input: CallInInput,
  output: CallInView,
  audience: "signedIn",
  summary: "Invites more people into a conference on the fly and mails them; owner and moderators.",
  errors: ["invalid_input", "not_signed_in", "forbidden", "not_found", "conflict", "limit_reached"],
  limits: [{ per: "person", times: 120, seconds: 3600 }],
});
