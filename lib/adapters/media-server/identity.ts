import "server-only";
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { z } from "zod";
import { derivedKey } from "../database/sealed-text.ts";

const personPrefix = "p";
const guestPrefix = "g";
const idBytes = 16;
const Uuid = z.uuid();

/**
 * What a person is called in one media room: always the same there, so that a reload replaces the old connection, and
 * another one in every other room. It is the person's id under a block cipher, so that only we can read it.
 */
export function personIdentity(place: { readonly room: string; readonly personId: string }): string {
  const bytes = Buffer.from(place.personId.replaceAll("-", ""), "hex");
  const cipher = createCipheriv("aes-256-ecb", roomKey(place.room), null).setAutoPadding(false);
  return personPrefix + Buffer.concat([cipher.update(bytes), cipher.final()]).toString("base64url");
}

/** What a guest is called: another name at each arrival. */
export function guestIdentity(): string {
  return guestPrefix + randomBytes(idBytes).toString("base64url");
}

/** The id of the person behind an identity in this room; null for guests and for what we never gave out. */
export function personIdBehind(place: { readonly room: string; readonly identity: string }): string | null {
  const { room, identity } = place;
  const bytes = Buffer.from(identity.slice(1), "base64url");
  if (!identity.startsWith(personPrefix) || bytes.length !== idBytes) return null;
  const decipher = createDecipheriv("aes-256-ecb", roomKey(room), null).setAutoPadding(false);
  const hex = Buffer.concat([decipher.update(bytes), decipher.final()]).toString("hex");
  const id = Uuid.safeParse(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"));
  return id.success ? id.data : null;
}

// A single block under a key that is used for nothing else: no mode and no nonce are needed.
function roomKey(room: string): Buffer {
  return createHmac("sha256", derivedKey("media identity")).update(room).digest();
}
