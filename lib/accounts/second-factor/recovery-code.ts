/** How many there are at first. GAP-037 */
export const recoveryCodeCount = 10;

/** How many letters and digits one has; no code of an authenticator is as long. */
export const recoveryCodeLength = 12;

/** Letters and digits that are not taken for one another. */
export const recoveryCodeLetters = "abcdefghjkmnpqrstuvwxyz23456789";

/** A code as it is compared: without blanks and hyphens, in small letters. */
export function plainCode(typed: string): string {
  return typed.replace(/[\s-]/g, "").toLowerCase();
}

/** Whether the authenticator could have shown it, as opposed to a recovery code. */
export function isAuthenticatorCode(plain: string): boolean {
  return /^\d{6}$/.test(plain);
}

/** A recovery code as it is shown: groups of four. */
export function groupedCode(plain: string): string {
  return plain.match(/.{1,4}/g)?.join("-") ?? plain;
}
