import "server-only";
import { toDataURL } from "qrcode";

/** Pixels of a side; a phone reads it from a screen and from paper. */
const sidePixels = 320;

/** The text as a QR code with its quiet zone, dark on light in both themes: a PNG as a `data:` address. ISO/IEC 18004 */
export function qrCodeOf(text: string): Promise<string> {
  return toDataURL(text, { errorCorrectionLevel: "M", margin: 4, width: sidePixels });
}
