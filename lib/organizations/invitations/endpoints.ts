import { z } from "zod";
import { LinkRegistrationInput, LinkView } from "#lib/accounts/registration/schema";
import { Secret } from "#lib/accounts/schema";
import { defineEndpoint, Nothing } from "#lib/shared/endpoint";
import { InvitationId } from "#lib/shared/ids";
import { InvitationDraft, InvitationSearch, InvitationsPage, InvitationView } from "./schema.ts";

const OneInvitation = z.strictObject({ invitationId: InvitationId });
const OneLink = z.strictObject({ secret: Secret });

export const listInvitations = defineEndpoint({
  method: "GET",
  path: "/api/v1/invitations",
  input: InvitationSearch,
  output: InvitationsPage,
  audience: "signedIn",
  summary: "The invitations of your organization, page by page.",
  errors: ["not_signed_in", "invalid_input", "not_found", "forbidden"],
});

export const inviteMember = defineEndpoint({
  method: "POST",
  path: "/api/v1/invitations",
  input: InvitationDraft,
  output: InvitationView,
  audience: "signedIn",
  summary: "Invites somebody by mail into your organization.",
  errors: ["not_signed_in", "invalid_input", "not_found", "forbidden", "conflict", "limit_reached"],
  limits: [{ per: "person", times: 200, seconds: 3600 }],
});

export const resendInvitation = defineEndpoint({
  method: "POST",
  path: "/api/v1/invitations/{invitationId}/resend",
  input: OneInvitation,
  output: InvitationView,
  audience: "signedIn",
  summary: "Sends an invitation again with a new link; the earlier link is dead.",
  errors: ["not_signed_in", "not_found", "forbidden", "conflict", "limit_reached"],
  limits: [{ per: "person", times: 200, seconds: 3600 }],
});

export const deleteInvitation = defineEndpoint({
  method: "DELETE",
  path: "/api/v1/invitations/{invitationId}",
  input: OneInvitation,
  output: Nothing,
  audience: "signedIn",
  summary: "Takes an invitation off the list; its link is dead, a membership stays.",
  errors: ["not_signed_in", "not_found", "forbidden"],
});

export const readInvitationLink = defineEndpoint({
  method: "POST",
  path: "/api/v1/invitation-links",
  input: OneLink,
  output: LinkView,
  audience: "anyone",
  summary: "What the link of an invitation's mail offers.",
  errors: ["invalid_input", "not_found", "limit_reached"],
  limits: [{ per: "address", times: 120, seconds: 3600 }],
});

export const declineInvitation = defineEndpoint({
  method: "POST",
  path: "/api/v1/invitation-links/refusal",
  input: OneLink,
  output: Nothing,
  audience: "anyone",
  summary: "Declines an invitation; the link is the proof.",
  errors: ["invalid_input", "not_found", "conflict", "limit_reached"],
  limits: [{ per: "address", times: 120, seconds: 3600 }],
});

export const registerByInvitation = defineEndpoint({
  method: "POST",
  path: "/api/v1/invitation-links/registration",
  input: LinkRegistrationInput,
  output: Nothing,
  audience: "anyone",
  summary: "Registers the invited address; the account joins the organization as soon as it is active.",
  errors: ["invalid_input", "not_found", "forbidden", "conflict", "limit_reached"],
  limits: [{ per: "address", times: 20, seconds: 3600 }],
});
