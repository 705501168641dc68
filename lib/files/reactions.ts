import "server-only";
import type { z } from "zod";
import type { Context } from "#lib/adapters/database/context";
import { objectStorage } from "#lib/adapters/object-storage/index";
import type { fileDeleted } from "./facts.ts";

/** Removes what the object storage has of a deleted file; harmless when it is gone already. */
export async function removeObject(
  _context: Context,
  { key }: z.infer<typeof fileDeleted.payload>,
): Promise<void> {
  await objectStorage().remove(key);
}
