import { z } from "zod";
import { EmailAddress, line } from "#lib/shared/text";

/** Longest password that may be chosen, in UTF-16 units. */
export const maxPasswordLength = 200;

/** A password that is chosen now. How short it may be is a setting, so the commands look at that. GAP-025 */
export const NewPassword = z.string().min(1).max(maxPasswordLength);

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
