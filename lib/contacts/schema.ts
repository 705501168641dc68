import { z } from "zod";
import { Secret } from "#lib/accounts/schema";
import { ContactRequestId, PersonId } from "#lib/shared/ids";
import { EmailAddress, Instant, line, paragraph } from "#lib/shared/text";

/** Limits of contact requests. GAP-048, GAP-053 */
export const contactRequestLimits = {
  messageLength: 1_000,
  /** How long the links of a mail are good, from the sending on. */
  lifetimeDays: 30,
  /** How long whoever was declined waits before asking the same address again. */
  waitingDays: 7,
  resendMinutes: 1,
  /** Most mails that one request may cause. */
  mails: 5,
} as const;

/** Lines on one page of a list. */
export const contactPageSize = 25;

/** Somebody is asked to become a contact. Blanks in the address are refused, not trimmed. RFC-07..11, GAP-042 */
export const ContactRequestDraft = z.strictObject({
  email: EmailAddress,
  message: paragraph(contactRequestLimits.messageLength).default(""),
});
export type ContactRequestDraft = z.infer<typeof ContactRequestDraft>;

/** Names a contact request. */
export const ContactRequestKey = z.strictObject({ contactRequestId: ContactRequestId });
export type ContactRequestKey = z.infer<typeof ContactRequestKey>;

/** The secret of a request's links. */
export const ContactRequestLink = z.strictObject({ secret: Secret });
export type ContactRequestLink = z.infer<typeof ContactRequestLink>;

/** With whom somebody is connected now. RFC-25, RFC-37 */
export const NewContactView = z.object({ personId: PersonId, name: z.string() });
export type NewContactView = z.infer<typeof NewContactView>;

/** What became of a request; `ended` when the contact that it made is over. RFC-15 */
export const SentRequestState = z.enum(["pending", "connected", "ended", "declined", "withdrawn", "expired"]);
export type SentRequestState = z.infer<typeof SentRequestState>;

/** Somebody as others see them. */
export const ContactPerson = z.object({ id: PersonId, name: z.string(), avatarId: z.string().nullable() });
export type ContactPerson = z.infer<typeof ContactPerson>;

/** A request as its sender sees it: as long as it is not accepted it says nothing of whether the address has an account. */
export const SentRequestView = z.object({
  id: ContactRequestId,
  email: z.string(),
  /** Who accepted it. */
  person: ContactPerson.nullable(),
  message: z.string(),
  state: SentRequestState,
  sentAt: Instant,
  /** When it was mailed last. */
  lastSentAt: Instant,
  expiresAt: Instant,
  decidedAt: Instant.nullable(),
  /** Whether it may be mailed again, a minute after the last mail. */
  mayResend: z.boolean(),
});
export type SentRequestView = z.infer<typeof SentRequestView>;

/** An open request as the person sees it to whom it went. */
export const ReceivedRequestView = z.object({
  id: ContactRequestId,
  from: ContactPerson,
  message: z.string(),
  sentAt: Instant,
  expiresAt: Instant,
});
export type ReceivedRequestView = z.infer<typeof ReceivedRequestView>;

/** Somebody to whom one is connected. */
export const ContactView = z.object({
  person: ContactPerson,
  email: z.string(),
  /** The message of the request that made the contact; null when another way did. */
  message: z.string().nullable(),
  /** Whether one asked oneself; null when no request made the contact. */
  isOwnRequest: z.boolean().nullable(),
  since: Instant,
});
export type ContactView = z.infer<typeof ContactView>;

/** Which part of a list: lines whose name, address or message contains each word. */
export const ContactSearch = z.strictObject({
  query: line(100).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type ContactSearch = z.infer<typeof ContactSearch>;

const page = { total: z.int(), page: z.int(), pageSize: z.int() };

/** A part of the list of sent requests. */
export const SentRequestPage = z.object({ requests: z.array(SentRequestView), ...page });
export type SentRequestPage = z.infer<typeof SentRequestPage>;

/** A part of the list of received requests. */
export const ReceivedRequestPage = z.object({
  requests: z.array(ReceivedRequestView),
  /** Without a confirmed address nothing is listed; the links of the mails work all the same. INV-05 */
  isAddressConfirmed: z.boolean(),
  ...page,
});
export type ReceivedRequestPage = z.infer<typeof ReceivedRequestPage>;

/** A part of the list of contacts. */
export const ContactPage = z.object({ contacts: z.array(ContactView), ...page });
export type ContactPage = z.infer<typeof ContactPage>;

/** How many there are of each. */
export const ContactCounts = z.object({ connected: z.int(), received: z.int(), sent: z.int() });
export type ContactCounts = z.infer<typeof ContactCounts>;

/** Names a contact by the other person. */
export const ContactKey = z.strictObject({ personId: PersonId });
export type ContactKey = z.infer<typeof ContactKey>;
