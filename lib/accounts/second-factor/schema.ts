import { z } from "zod";
import { TypedCode } from "../sign-in/schema.ts";

/** How the own second factor stands. SIG-22, SIG-30 */
export const SecondFactorView = z.object({
  isOn: z.boolean(),
  /** Of ten; each is good once. */
  recoveryCodesLeft: z.int(),
});
export type SecondFactorView = z.infer<typeof SecondFactorView>;

/** What an authenticator is set up with; shown once. SIG-24, SIG-25, GAP-038 */
export const NewAuthenticator = z.object({
  /** Base32, for phones without a camera. */
  secret: z.string(),
  /** `otpauth://totp/…` with issuer and account name. */
  keyUri: z.string(),
  /** The same as a picture: a `data:` address. */
  qrCode: z.string(),
});
export type NewAuthenticator = z.infer<typeof NewAuthenticator>;

/** A code of the authenticator; a recovery code where somebody may have lost it. */
export const CodeInput = z.strictObject({ code: TypedCode });
export type CodeInput = z.infer<typeof CodeInput>;

/** Ten codes that each replace the authenticator once; they are in no other answer and only their hashes are kept. GAP-037 */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
