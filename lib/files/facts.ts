import { z } from "zod";
import { defineFact } from "#lib/shared/fact";

/** A file hangs on nothing any more: what the object storage has of it can go. */
export const fileDeleted = defineFact({ name: "file.deleted", payload: z.object({ key: z.string() }) });
