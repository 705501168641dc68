import "server-only";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";

/** The media types that are taken, by the bytes themselves; what a file calls itself counts for nothing. */
const taken: readonly string[] = ["image/png", "image/apng", "image/jpeg", "image/webp"];

/** More than a camera's picture has: what claims more is made to fill the memory. */
const mostPixels = 50_000_000;

/** Part of a picture as it is shown, upright, in its own pixels. */
export type Square = { readonly left: number; readonly top: number; readonly size: number };

/** A picture that was made, or why there is none, as a key of `refusals.fields`. */
export type SquarePicture =
  | { readonly kind: "made"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "refused"; readonly reason: "notAPicture" | "pictureTooLarge" | "pictureBroken" };

/** Media type of every picture that is made. */
export const madeMediaType = "image/webp";

/**
 * Draws a square of a PNG, JPEG or WebP anew as WebP with `sidePixels` on each side: upright, still, without anything that
 * the file said of itself (place, camera, embedded text). Without a square it is the largest one in the middle. GAP-075
 */
export async function squarePicture(
  bytes: Uint8Array,
  wish: { readonly sidePixels: number; readonly square: Square | null },
): Promise<SquarePicture> {
  const found = await fileTypeFromBuffer(bytes);
  if (!found || !taken.includes(found.mime)) return { kind: "refused", reason: "notAPicture" };
  // The size is looked at before anything is decoded, and again by the decoder.
  const size = await uprightSize(bytes);
  if (!size) return { kind: "refused", reason: "pictureBroken" };
  if (size.width * size.height > mostPixels) return { kind: "refused", reason: "pictureTooLarge" };
  const { left, top, side } = within(size, wish.square ?? middleOf(size));
  const drawn = await unlessBroken(
    sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" })
      .autoOrient()
      .extract({ left, top, width: side, height: side })
      .resize(wish.sidePixels, wish.sidePixels)
      .flatten({ background: "#ffffff" })
      .webp({ quality: 86 })
      .timeout({ seconds: 20 })
      .toBuffer(),
  );
  return drawn
    ? { kind: "made", bytes: new Uint8Array(drawn) }
    : { kind: "refused", reason: "pictureBroken" };
}

type Size = { readonly width: number; readonly height: number };

async function uprightSize(bytes: Uint8Array): Promise<Size | null> {
  const found = await unlessBroken(sharp(bytes, { limitInputPixels: false }).metadata());
  return found?.autoOrient ?? null;
}

/** What the decoder cannot read is the file's fault; it throws nothing that says more. */
async function unlessBroken<Result>(decoding: Promise<Result>): Promise<Result | null> {
  return decoding.catch((cause: unknown) => {
    if (cause instanceof Error) return null;
    throw cause;
  });
}

function middleOf({ width, height }: Size): Square {
  const size = Math.min(width, height);
  return { left: Math.floor((width - size) / 2), top: Math.floor((height - size) / 2), size };
}

function within({ width, height }: Size, square: Square) {
  const left = Math.min(square.left, width - 1);
  const top = Math.min(square.top, height - 1);
  return { left, top, side: Math.min(square.size, width - left, height - top) };
}
