import { z } from "zod";
import { NewPassword, Secret, TypedPassword } from "../schema.ts";

/** A handed-out password is replaced by one's own. */
export const FirstPassword = z.strictObject({ ticket: Secret, password: NewPassword });
export type FirstPassword = z.infer<typeof FirstPassword>;

/** The own password is changed. INV-39 */
export const ChangedPassword = z.strictObject({ oldPassword: TypedPassword, newPassword: NewPassword });
export type ChangedPassword = z.infer<typeof ChangedPassword>;
