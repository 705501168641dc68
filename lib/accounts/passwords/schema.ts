import { z } from "zod";
import { line } from "#lib/shared/text";
import { NewPassword, Secret, TypedPassword } from "../schema.ts";

/** A handed-out password is replaced by one's own. */
export const FirstPassword = z.strictObject({ ticket: Secret, password: NewPassword });
export type FirstPassword = z.infer<typeof FirstPassword>;

/** The own password is changed. INV-39 */
export const ChangedPassword = z.strictObject({ oldPassword: TypedPassword, newPassword: NewPassword });
export type ChangedPassword = z.infer<typeof ChangedPassword>;

/** Who forgot the password: user name or e-mail address, in any case. GAP-029 */
export const PasswordResetWish = z.strictObject({ name: line(254) });
export type PasswordResetWish = z.infer<typeof PasswordResetWish>;

/** The link of the mail to somebody who forgot the password, or to a new user. GAP-029, GAP-061 */
const linkFields = { kind: z.enum(["reset", "first"]), secret: Secret };

/** The secret of such a link. */
export const PasswordLink = z.strictObject(linkFields);
export type PasswordLink = z.infer<typeof PasswordLink>;

/** What such a link still does; an unknown one is `not_found`. */
export const PasswordLinkView = z.object({
  state: z.enum(["open", "used", "replaced", "expired"]),
  /** For the browser's password list; null when the link opens nothing. */
  username: z.string().nullable(),
});
export type PasswordLinkView = z.infer<typeof PasswordLinkView>;

/** A password is chosen by such a link. */
export const LinkedPassword = z.strictObject({ ...linkFields, password: NewPassword });
export type LinkedPassword = z.infer<typeof LinkedPassword>;
