import "server-only";
import { join } from "node:path";
import { configuration } from "../configuration.ts";
import { createEmbeddedObjectStorage } from "./embedded.ts";
import type { ObjectStorage } from "./port.ts";

let current: ObjectStorage | undefined;

/** The object storage of this process: a folder beside everything else that is kept. */
export function objectStorage(): ObjectStorage {
  current ??= createEmbeddedObjectStorage({ folder: join(configuration().dataFolder, "files") });
  return current;
}
