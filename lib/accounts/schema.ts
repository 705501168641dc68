import { z } from "zod";
import { locales } from "#lib/shared/context";
import { PersonId } from "#lib/shared/ids";
import { EmailAddress, line } from "#lib/shared/text";
import { TimeZone } from "#lib/shared/time";

/** Shortest password that may be chosen. GAP-025 */
export const minPasswordLength = 10;

/** Longest password that may be chosen, in UTF-16 units. */
export const maxPasswordLength = 200;

/** A password that is chosen now. */
export const NewPassword = z.string().min(minPasswordLength).max(maxPasswordLength);

/** A password as somebody claims it; may be anything, so that no length says more than another. */
export const TypedPassword = z.string().min(1);

/** First or last name, organization-wide display. */
export const PersonName = line(80);

/** Lower-case user name; has no @, so it is never taken for an address. GAP-023 */
export const Username = z
  .string()
  .min(2)
  .max(64)
  .regex(/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])$/, { error: "notAUsername" });

/** Random secret of a link or ticket. */
export const Secret = z.string().min(20).max(200);

/** Names and address with which an account is opened; the user name is made from the names when absent. */
export const AccountNames = z.strictObject({
  firstName: PersonName,
  lastName: PersonName,
  email: EmailAddress,
  username: Username.optional(),
});

/** What a person sees of the own profile. */
export const ProfileView = z.object({
  id: PersonId,
  username: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  organization: z.string().nullable(),
  /** Null when the browser decides. */
  locale: z.enum(locales).nullable(),
  timeZone: TimeZone,
});
export type ProfileView = z.infer<typeof ProfileView>;

/** What a person may change of the own profile; what is absent stays. THM-04 */
export const ProfileChange = z.strictObject({
  locale: z.enum(locales).nullable().optional(),
  timeZone: TimeZone.optional(),
});
export type ProfileChange = z.infer<typeof ProfileChange>;
