import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { objectStorage } from "#lib/adapters/object-storage/index";
import type { StoredFileId } from "#lib/shared/ids";

/**
 * The content of a file, or null when it is gone.
 * @open what the file hangs on decides who reads it, and has decided
 */
export async function findFileContent(
  context: Pick<Context, "db">,
  input: { readonly fileId: StoredFileId },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = await context.db.storedFile.findUnique({
    where: { id: input.fileId },
    select: { key: true },
  });
  return file && objectStorage().read(file.key);
}
