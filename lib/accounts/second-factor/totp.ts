import { Secret, TOTP } from "otpauth";

/** What every authenticator takes: six digits, a new code every 30 seconds (RFC 6238). GAP-038 */
const ordinary = { algorithm: "SHA1", digits: 6, period: 30 };

/** Who the code is for, as the authenticator lists it. SIG-25 */
const issuer = "Atrium";

/** How many codes before and after the present one are taken, for clocks that differ. GAP-038 */
const toleratedSteps = 1;

/** Bytes as the base32 text in which authenticators take a secret. */
export function base32Of(bytes: Uint8Array): string {
  return new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32;
}

/** The address in the QR code, with which an authenticator offers to add an account with a name. SIG-25 */
export function keyUri({ secret, account }: { readonly secret: string; readonly account: string }): string {
  return new TOTP({ ...ordinary, issuer, label: account, secret: Secret.fromBase32(secret) }).toString();
}

/** The 30-second step whose code this is, within the tolerance; null when it is the code of none. INV-15 */
export function matchedStep(tried: {
  readonly secret: string;
  readonly code: string;
  readonly now: Date;
}): number | null {
  const timestamp = tried.now.getTime();
  const delta = TOTP.validate({
    ...ordinary,
    secret: Secret.fromBase32(tried.secret),
    token: tried.code,
    timestamp,
    window: toleratedSteps,
  });
  return delta === null ? null : Math.floor(timestamp / 1_000 / ordinary.period) + delta;
}
