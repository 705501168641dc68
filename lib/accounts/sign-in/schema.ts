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

/** A code of the authenticator, or one of the recovery codes, as somebody types it. GAP-037, GAP-038 */
export const TypedCode = line(40);

/** The second factor of a sign-in. SIG-28 */
export const SecondFactorProof = z.strictObject({ ticket: Secret, code: TypedCode });
export type SecondFactorProof = z.infer<typeof SecondFactorProof>;

/** The ticket of one step of a sign-in. */
export const StepTicket = z.strictObject({ ticket: Secret });
export type StepTicket = z.infer<typeof StepTicket>;

/**
 * What a step of a sign-in led to: the session, which travels in a cookie that no script can read, or the next step with
 * the ticket that opens it once. GAP-041
 */
export const SignInView = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("signedIn") }),
  z.object({
    kind: z.literal("secondFactorRequired"),
    /** Opens `POST /api/v1/sign-in-sessions/second-factor`, for 10 minutes. */
    ticket: Secret,
  }),
  z.object({
    kind: z.literal("termsRequired"),
    /** Opens `POST /api/v1/sign-in-sessions/terms-acceptance` and `…/terms-refusal`, for 30 minutes. */
    ticket: Secret,
  }),
  z.object({
    kind: z.literal("passwordChangeRequired"),
    /** Opens `POST /api/v1/passwords`, for 15 minutes. */
    ticket: Secret,
  }),
]);
export type SignInView = z.infer<typeof SignInView>;

/** The only end of a sign-in that has no further step. */
export const SignedInView = z.object({ kind: z.literal("signedIn") });
