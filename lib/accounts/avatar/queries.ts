import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { findFileContent } from "#lib/files/queries";
import { DomainError } from "#lib/shared/errors";
import type { StoredFileId } from "#lib/shared/ids";
import { requirePerson } from "../policy.ts";

/** A picture that somebody is shown by now; `not_found` for replaced, removed and unknown ones. INV-35 */
export async function getAvatar(
  context: Pick<Context, "actor" | "db">,
  input: { readonly avatarId: StoredFileId },
): Promise<Blob> {
  requirePerson(context.actor);
  const { avatarId } = input;
  const isShown = (await context.db.person.count({ where: { avatarId } })) > 0;
  const content = isShown && (await findFileContent(context, { fileId: avatarId }));
  if (!content) throw new DomainError("not_found");
  return new Blob([content]);
}
