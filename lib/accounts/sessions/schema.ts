import { z } from "zod";
import { SignInSessionId } from "#lib/shared/ids";
import { Instant } from "#lib/shared/text";

/** One browser in which the reader is signed in. */
export const SignInSessionView = z.object({
  id: SignInSessionId,
  device: z.object({
    browser: z.string().nullable(),
    system: z.string().nullable(),
    form: z.enum(["desktop", "mobile", "tablet", "unknown"]),
  }),
  /** Network address it signed in from. */
  address: z.string().nullable(),
  signedInAt: Instant,
  /** To the minute. */
  lastSeenAt: Instant,
  isCurrent: z.boolean(),
});
export type SignInSessionView = z.infer<typeof SignInSessionView>;

/** One of the own sessions. */
export const OneSession = z.strictObject({ sessionId: SignInSessionId });
export type OneSession = z.infer<typeof OneSession>;
