import { z } from "zod";
import { StoredFileId } from "#lib/shared/ids";

/** Most bytes of a picture that is sent. GAP-075 */
export const maxAvatarBytes = 5 * 1024 * 1024;

/** What a browser offers to choose from; the bytes themselves decide. GAP-075 */
export const avatarMediaTypes = ["image/png", "image/jpeg", "image/webp"] as const;

const pixels = z.coerce.number().int().max(100_000);

/** A picture with the square of it that is wanted, in pixels of the upright picture; the largest in the middle without one. */
export const NewAvatar = z.strictObject({
  picture: z.instanceof(Blob, { error: "required" }),
  left: pixels.min(0).default(0),
  top: pixels.min(0).default(0),
  size: pixels.min(1).optional(),
});
export type NewAvatar = z.infer<typeof NewAvatar>;

/** The picture that people are shown by from now on. */
export const AvatarView = z.object({ avatarId: StoredFileId });
export type AvatarView = z.infer<typeof AvatarView>;

/** Names a picture. */
export const AvatarQuestion = z.strictObject({ avatarId: StoredFileId });
