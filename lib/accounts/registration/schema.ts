import { z } from "zod";
import { locales } from "#lib/shared/context";
import type { RateLimit } from "#lib/shared/endpoint";
import { EmailAddress } from "#lib/shared/text";
import { TimeZone } from "#lib/shared/time";
import { maxPasswordLength, PersonName, Secret } from "../schema.ts";

/** What whoever registers says besides the address. How short the password may be is a setting. GAP-022, GAP-025 */
export const RegistrationFields = z.strictObject({
  firstName: PersonName,
  lastName: PersonName,
  password: z.string().min(1).max(maxPasswordLength),
  /** Zone of the browser. */
  timeZone: TimeZone.optional(),
  /** Language of the page that was filled in. */
  locale: z.enum(locales).optional(),
});
export type RegistrationFields = z.infer<typeof RegistrationFields>;

/** An individual account is registered. ACC-03, GAP-022 */
export const RegistrationInput = RegistrationFields.extend({ email: EmailAddress });
export type RegistrationInput = z.infer<typeof RegistrationInput>;

/** An account is registered by the link of a mail; the address is the one that the mail went to. RFC-28 */
export const LinkRegistrationInput = RegistrationFields.extend({ secret: Secret });
export type LinkRegistrationInput = z.infer<typeof LinkRegistrationInput>;

/** Names of which a free user name is made. GAP-023 */
export const UsernameWish = z.strictObject({ firstName: PersonName, lastName: PersonName });
export type UsernameWish = z.infer<typeof UsernameWish>;

/** Whose activation mail is wanted once more. GAP-027 */
export const ActivationResend = z.strictObject({ email: EmailAddress });
export type ActivationResend = z.infer<typeof ActivationResend>;

/** The secret of an activation link. */
export const ActivationInput = z.strictObject({ secret: Secret });
export type ActivationInput = z.infer<typeof ActivationInput>;

/** What an activation link did: activated, was not needed any more, or is too old and has to be sent again. GAP-026 */
export const ActivationView = z.object({
  state: z.enum(["activated", "alreadyActive", "expired"]),
  /** Somebody else is signed in here and stays so. */
  isOtherSignedIn: z.boolean(),
});
export type ActivationView = z.infer<typeof ActivationView>;

/** What the link of a contact request or of an invitation offers, as its page shows it. RFC-22, ORG-34 */
export const LinkView = z.object({
  state: z.enum(["open", "accepted", "declined", "withdrawn", "expired"]),
  /** The address that the mail went to. */
  email: z.string(),
  fromName: z.string(),
  /** The organization that invites; null for a contact request. */
  organization: z.string().nullable(),
  message: z.string(),
  /** Whether the address has an account already. */
  hasAccount: z.boolean(),
});
export type LinkView = z.infer<typeof LinkView>;

const hour = 60 * 60;

/** How often accounts may be registered: one network has offices behind it, one address has one owner. R17 */
export const registrationLimits: readonly RateLimit[] = [
  { per: "address", times: 30, seconds: hour },
  { per: { field: "email" }, times: 5, seconds: hour },
];
