import { z } from "zod";
import { line } from "#lib/shared/text";

/** Who may make an account without an administrator. GAP-030 */
export const registrationModes = ["OPEN", "INVITED", "CLOSED"] as const;

/** What the administrator allows everybody. ADM-12..14, GAP-116 */
export const AccountSettings = z.strictObject({
  registrationMode: z.enum(registrationModes),
  /** GAP-025 */
  minPasswordLength: z.number().int().min(8).max(100),
  /** How long a sign-in session lives without being used: five minutes to 90 days. GAP-039 */
  idleMinutes: z.number().int().min(5).max(129_600),
  mayEditPersonalData: z.boolean(),
  mayChangeEmail: z.boolean(),
  mayChangePassword: z.boolean(),
  /** Most contact requests one person may send a day. GAP-053 */
  contactRequestsPerDay: z.number().int().min(1).max(1_000),
  /** Whom people may ask for help: a name, an address, a number. SIG-16, DIR-28 */
  helpContact: line(200).nullable(),
  /** Where the program for the desktop is. GAP-013 */
  downloadUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
});
export type AccountSettings = z.infer<typeof AccountSettings>;

/** What holds until the administrator sets something else. */
export const defaultAccountSettings: AccountSettings = {
  registrationMode: "OPEN",
  minPasswordLength: 10,
  idleMinutes: 14 * 24 * 60,
  mayEditPersonalData: true,
  mayChangeEmail: true,
  mayChangePassword: true,
  contactRequestsPerDay: 20,
  helpContact: null,
  downloadUrl: null,
};
