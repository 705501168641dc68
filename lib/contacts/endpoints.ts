import { z } from "zod";
import { LinkRegistrationInput, LinkView, registrationLimits } from "#lib/accounts/registration/schema";
import { defineEndpoint, Nothing } from "#lib/shared/endpoint";
import { PersonChoice, PersonSearch } from "./people/schema.ts";
import {
  ContactKey,
  ContactPage,
  ContactRequestDraft,
  ContactRequestKey,
  ContactRequestLink,
  ContactSearch,
  NewContactView,
  ReceivedRequestPage,
  SentRequestPage,
  SentRequestView,
} from "./schema.ts";

/** Mails go out with these. GAP-053 */
const mailing = [{ per: "person", times: 60, seconds: 3600 }] as const;

/** Somebody with a link looks and decides a few times; nobody tries out secrets. */
const byLink = [{ per: "address", times: 60, seconds: 300 }] as const;

export const sendContactRequest = defineEndpoint({
  method: "POST",
  path: "/api/v1/contact-requests",
  input: ContactRequestDraft,
  output: SentRequestView,
  audience: "signedIn",
  summary:
    "Asks somebody by e-mail to become a contact; the answer does not tell whether the address has an account.",
  errors: ["invalid_input", "not_signed_in", "conflict", "limit_reached"],
  limits: mailing,
});

export const listReceivedRequests = defineEndpoint({
  method: "GET",
  path: "/api/v1/contact-requests/received",
  input: ContactSearch,
  output: ReceivedRequestPage,
  audience: "signedIn",
  summary: "Lists the open contact requests to your confirmed e-mail address, newest first.",
  errors: ["invalid_input", "not_signed_in"],
});

export const listSentRequests = defineEndpoint({
  method: "GET",
  path: "/api/v1/contact-requests/sent",
  input: ContactSearch,
  output: SentRequestPage,
  audience: "signedIn",
  summary: "Lists every contact request that you sent with what became of it, newest first.",
  errors: ["invalid_input", "not_signed_in"],
});

export const acceptContactRequest = defineEndpoint({
  method: "POST",
  path: "/api/v1/contact-requests/{contactRequestId}/acceptance",
  input: ContactRequestKey,
  output: NewContactView,
  audience: "signedIn",
  summary: "Accepts a contact request to your confirmed e-mail address; again it changes nothing.",
  errors: ["not_signed_in", "not_found", "conflict"],
});

export const declineContactRequest = defineEndpoint({
  method: "POST",
  path: "/api/v1/contact-requests/{contactRequestId}/refusal",
  input: ContactRequestKey,
  output: Nothing,
  audience: "signedIn",
  summary: "Declines a contact request to your confirmed e-mail address.",
  errors: ["not_signed_in", "not_found", "conflict"],
});

export const withdrawContactRequest = defineEndpoint({
  method: "POST",
  path: "/api/v1/contact-requests/{contactRequestId}/withdrawal",
  input: ContactRequestKey,
  output: SentRequestView,
  audience: "signedIn",
  summary: "Takes back an open contact request that you sent; its links open nothing any more.",
  errors: ["not_signed_in", "not_found", "conflict"],
});

export const resendContactRequest = defineEndpoint({
  method: "POST",
  path: "/api/v1/contact-requests/{contactRequestId}/resend",
  input: ContactRequestKey,
  output: SentRequestView,
  audience: "signedIn",
  summary: "Mails an open contact request once more, at most once a minute and five times in all.",
  errors: ["not_signed_in", "not_found", "conflict", "limit_reached"],
  limits: mailing,
});

export const readContactRequestLink = defineEndpoint({
  method: "POST",
  path: "/api/v1/contact-request-links",
  input: ContactRequestLink,
  output: LinkView,
  audience: "anyone",
  summary: "Shows what the link of a contact request offers, or what became of it; changes nothing.",
  errors: ["invalid_input", "not_found", "limit_reached"],
  limits: byLink,
});

export const acceptContactRequestByLink = defineEndpoint({
  method: "POST",
  path: "/api/v1/contact-request-links/acceptance",
  input: ContactRequestLink,
  output: NewContactView,
  audience: "signedIn",
  summary: "Accepts a contact request by its link, as the person to whose address it went.",
  errors: ["invalid_input", "not_signed_in", "forbidden", "not_found", "conflict"],
  limits: byLink,
});

export const declineContactRequestByLink = defineEndpoint({
  method: "POST",
  path: "/api/v1/contact-request-links/refusal",
  input: ContactRequestLink,
  output: Nothing,
  audience: "anyone",
  summary: "Declines a contact request by its link, whoever is signed in.",
  errors: ["invalid_input", "not_found", "conflict", "limit_reached"],
  limits: byLink,
});

export const registerByContactRequest = defineEndpoint({
  method: "POST",
  path: "/api/v1/contact-request-links/registration",
  input: LinkRegistrationInput,
  output: Nothing,
  audience: "anyone",
  summary:
    "Registers an account for the address that a contact request went to; the request is accepted when the account is active.",
  errors: ["invalid_input", "forbidden", "not_found", "conflict", "limit_reached"],
  limits: registrationLimits,
});

export const listContacts = defineEndpoint({
  method: "GET",
  path: "/api/v1/contacts",
  input: ContactSearch,
  output: ContactPage,
  audience: "signedIn",
  summary: "Lists the people to whom you are connected, by name.",
  errors: ["invalid_input", "not_signed_in"],
});

export const endContact = defineEndpoint({
  method: "DELETE",
  path: "/api/v1/contacts/{personId}",
  input: ContactKey,
  output: Nothing,
  audience: "signedIn",
  summary: "Ends a contact for both sides.",
  errors: ["not_signed_in", "not_found"],
});

export const listKnownPeople = defineEndpoint({
  method: "GET",
  path: "/api/v1/people",
  input: PersonSearch,
  output: z.object({ people: z.array(PersonChoice) }),
  audience: "signedIn",
  summary: "Finds colleagues of your organization and your contacts by name, user name or e-mail address.",
  errors: ["not_signed_in", "invalid_input"],
});
