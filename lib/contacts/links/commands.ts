import "server-only";
import { createHmac } from "node:crypto";
import { derivedKey } from "#lib/adapters/database/sealed-text";
import type { ContactRequestId } from "#lib/shared/ids";

/**
 * The secret of a request's links. It is made from the portal's own secret and the request, so that every mail of one
 * request carries the same and a link of an earlier mail stays good; the table has its hash only. INV-40
 * @open only the reaction that writes the mail asks
 */
export function makeLinkSecret(contactRequestId: ContactRequestId): string {
  return createHmac("sha256", derivedKey("contact request link"))
    .update(contactRequestId)
    .digest("base64url");
}
