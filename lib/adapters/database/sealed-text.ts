import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { configuration } from "../configuration.ts";

const nonceBytes = 12;
const tagBytes = 16;
const version = "1";

/** What a sealed column holds; each purpose has a key of its own, so that one column's value opens nothing in another. */
export type SealPurpose = "conference PIN" | "authenticator secret";

/** Encrypts a short text for a column (AES-256-GCM): whoever has the table alone cannot read it. Twice the same text gives two values. */
export function seal(purpose: SealPurpose, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", derivedKey(purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `${version}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** Reads back what `seal` wrote for the same purpose. Throws on anything else, also when the portal's secret was changed. */
export function unseal(purpose: SealPurpose, value: string): string {
  const [found, encoded = ""] = value.split(".");
  const bytes = Buffer.from(encoded, "base64url");
  if (found !== version || bytes.length < nonceBytes + tagBytes) throw new Error("not a sealed text");
  const decipher = createDecipheriv("aes-256-gcm", derivedKey(purpose), bytes.subarray(0, nonceBytes));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const sealed = bytes.subarray(nonceBytes + tagBytes);
  return Buffer.concat([decipher.update(sealed), decipher.final()]).toString("utf8");
}

// A memo: the same secret and purpose always give the same key.
const derived = new Map<string, Buffer>();

/** A 256-bit key made from the portal's secret (HKDF, RFC 5869), one for each purpose. */
export function derivedKey(
  purpose: SealPurpose | "media identity" | "recovery code" | "contact request link",
): Buffer {
  const known = derived.get(purpose);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", configuration().authSecret, "", `atrium ${purpose}`, 32));
  derived.set(purpose, key);
  return key;
}
