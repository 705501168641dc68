import { z } from "zod";
import { EmailAddress, Instant } from "#lib/shared/text";
import { Secret, TypedPassword } from "../schema.ts";

/** Another address for the account, with the password once more. SET-24, INV-39 */
export const NewEmail = z.strictObject({ email: EmailAddress, oldPassword: TypedPassword });
export type NewEmail = z.infer<typeof NewEmail>;

/** An address that waits for its link to be opened. */
export const PendingEmail = z.object({ email: z.string(), expiresAt: Instant });
export type PendingEmail = z.infer<typeof PendingEmail>;

/** What waits; null when nothing does. */
export const EmailChangeView = z.object({ pending: PendingEmail.nullable() });
export type EmailChangeView = z.infer<typeof EmailChangeView>;

/** The secret of the link in the mail to the new address. */
export const EmailConfirmation = z.strictObject({ secret: Secret });

/** The address that is the account's own from now on. */
export const ConfirmedEmail = z.object({ email: z.string() });
export type ConfirmedEmail = z.infer<typeof ConfirmedEmail>;
