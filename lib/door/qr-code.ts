import "server-only";
import { qrCodeOf } from "#lib/adapters/pictures/qr-code";
import { publicOrigin } from "./origin.ts";

/** A page of the portal as a QR code that phones open: a picture as a `data:` address. */
export function qrCodeOfPage(path: string): Promise<string> {
  return qrCodeOf(`${publicOrigin()}${path}`);
}
