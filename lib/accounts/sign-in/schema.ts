import { z } from "zod";
import { line } from "#lib/shared/text";
import { Secret, TypedPassword } from "../schema.ts";

/** What somebody types to sign in. GAP-032 */
export const SignIn = z.strictObject({
  /** User name or e-mail address, in any case. */
  name: line(254),
  password: TypedPassword,
});
export type SignIn = z.infer<typeof SignIn>;

/** What a sign-in led to. The session itself travels in a cookie that no script can read. */
export const SignInView = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("signedIn") }),
  z.object({
    kind: z.literal("passwordChangeRequired"),
    /** Opens `POST /api/v1/passwords` once, for 15 minutes. */
    ticket: Secret,
  }),
]);

/** The only end of a sign-in that has no further step. */
export const SignedInView = z.object({ kind: z.literal("signedIn") });
