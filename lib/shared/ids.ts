import { z } from "zod";

/** A UUID of the database, branded by what it names, so that a person's id is never passed for an event's. */
function id<const Name extends string>(name: Name) {
  return z
    .uuid()
    .brand<Name>()
    .meta({ description: `Id of a ${name}` });
}

/** A person with an account. */
export const PersonId = id("person");
export type PersonId = z.infer<typeof PersonId>;

/** What one browser holds after sign-in. */
export const SignInSessionId = id("sign-in session");
export type SignInSessionId = z.infer<typeof SignInSessionId>;

/** What people join; not the number they see. */
export const ConferenceId = id("conference");
export type ConferenceId = z.infer<typeof ConferenceId>;

/** A calendar entry, single or a series. */
export const EventId = id("event");
export type EventId = z.infer<typeof EventId>;

/** One live gathering in a conference. */
export const ConferenceSessionId = id("conference session");
export type ConferenceSessionId = z.infer<typeof ConferenceSessionId>;

/** A line of a call history. */
export const CallRecordId = id("call record");
export type CallRecordId = z.infer<typeof CallRecordId>;

/** An organization. */
export const OrganizationId = id("organization");
export type OrganizationId = z.infer<typeof OrganizationId>;

/** A department of an organization. */
export const DepartmentId = id("department");
export type DepartmentId = z.infer<typeof DepartmentId>;

/** A calendar feed of a person. */
export const CalendarFeedId = id("calendar feed");
export type CalendarFeedId = z.infer<typeof CalendarFeedId>;

/** An outgoing mail. */
export const MailId = id("mail");
export type MailId = z.infer<typeof MailId>;

/** A file of the object storage. */
export const StoredFileId = id("stored file");
export type StoredFileId = z.infer<typeof StoredFileId>;

/** An offer to become contacts. */
export const ContactRequestId = id("contact request");
export type ContactRequestId = z.infer<typeof ContactRequestId>;

/** An offer to become a member of an organization. */
export const InvitationId = id("invitation");
export type InvitationId = z.infer<typeof InvitationId>;
