import "server-only";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context, SteppingContext } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { madeMediaType, type Square, squarePicture } from "#lib/adapters/pictures/sharp";
import { deleteFile, keepFile } from "#lib/files/commands";
import { invalidField } from "#lib/shared/errors";
import { type PersonId, StoredFileId } from "#lib/shared/ids";
import { profileChanged } from "../facts.ts";
import { requirePerson } from "../policy.ts";
import type { AvatarView, NewAvatar } from "./schema.ts";

const sidePixels = 512;

/**
 * Makes a picture the actor's own; the one before is deleted. Refuses with `invalid_input` at `picture` what is no PNG,
 * JPEG or WebP. Of parallel uploads the last one stays. SET-09, SET-17, GAP-075
 */
export async function uploadAvatar(context: SteppingContext, input: NewAvatar): Promise<AvatarView> {
  const { personId } = requirePerson(context.actor);
  const bytes = new Uint8Array(await input.picture.arrayBuffer());
  const drawn = await squarePicture(bytes, { sidePixels, square: squareOf(input) });
  if (drawn.kind === "refused") throw invalidField("picture", drawn.reason);
  return keepFile(context, {
    ownerId: personId,
    scope: "AVATAR",
    mediaType: madeMediaType,
    bytes: drawn.bytes,
    attach: async (open, avatarId) => {
      await replaceAvatar(open, { personId, avatarId });
      return { avatarId };
    },
  });
}

/** Removes the actor's picture; without one it does nothing. SET-18 */
export async function deleteAvatar(context: Context): Promise<undefined> {
  const { personId } = requirePerson(context.actor);
  await replaceAvatar(context, { personId, avatarId: null });
}

function squareOf({ left, top, size }: NewAvatar): Square | null {
  return size === undefined ? null : { left, top, size };
}

async function replaceAvatar(
  context: Context,
  input: { readonly personId: PersonId; readonly avatarId: StoredFileId | null },
): Promise<void> {
  const { personId, avatarId } = input;
  // Uploads at once wait here for each other, so that each finds the one to delete.
  const [before] = await context.db.$queryRaw<{ avatarId: string | null }[]>`
    SELECT "avatarId" FROM "Person" WHERE "id" = ${personId}::uuid FOR NO KEY UPDATE`;
  const old = before?.avatarId ?? null;
  if (old === avatarId) return;
  await context.db.person.update({ where: { id: personId }, data: { avatarId }, select: { id: true } });
  if (old !== null) await deleteFile(context, { fileId: StoredFileId.parse(old) });
  await announce(context, profileChanged, { personId });
  const action = avatarId === null ? "avatar.deleted" : "avatar.changed";
  await recordAudit(context, { action, targetType: "person", targetId: personId });
}
