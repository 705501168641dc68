import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { Context, SteppingContext } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { objectStorage } from "#lib/adapters/object-storage/index";
import { type PersonId, StoredFileId } from "#lib/shared/ids";
import { fileDeleted } from "./facts.ts";

/** A file to keep, and what it is hung on in the transaction that makes it one. */
export type NewFile<Result> = {
  readonly ownerId: PersonId;
  readonly scope: "AVATAR";
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly attach: (open: Context, fileId: StoredFileId) => Promise<Result>;
};

/**
 * Keeps a file. Its content is written before the transaction, so that there is no row without it; when the transaction
 * fails, the content goes again.
 * @open the command that calls it decided
 */
export async function keepFile<Result>(context: SteppingContext, file: NewFile<Result>): Promise<Result> {
  const { attach, bytes, ...row } = file;
  const id = StoredFileId.parse(randomUUID());
  const key = `${file.scope.toLowerCase()}/${id}`;
  await objectStorage().put(key, bytes);
  try {
    return await context.step(async (open) => {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      await open.db.storedFile.create({
        data: { ...row, id, key, sha256, sizeBytes: bytes.byteLength, createdAt: open.now },
        select: { id: true },
      });
      return attach(open, id);
    });
  } catch (cause) {
    // A connection that was lost with the commit on its way leaves open whether the file is one.
    const isKept = (await context.db.storedFile.count({ where: { id } })) > 0;
    if (!isKept) await objectStorage().remove(key);
    throw cause;
  }
}

/**
 * Deletes a file that hangs on nothing any more; its content goes after the commit. Deleting it again is harmless.
 * @open the command that calls it decided
 */
export async function deleteFile(context: Context, input: { readonly fileId: StoredFileId }): Promise<void> {
  const [file] = await context.db.$queryRaw<{ key: string }[]>`
    DELETE FROM "StoredFile" WHERE "id" = ${input.fileId}::uuid RETURNING "key"`;
  if (file) await announce(context, fileDeleted, { key: file.key });
}
