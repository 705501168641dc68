import "server-only";
import type { Readable } from "node:stream";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import type { ObjectStorage } from "./port.ts";

/** Keeps files in a folder. A key that would lead out of it throws. */
export function createEmbeddedObjectStorage({ folder }: { readonly folder: string }): ObjectStorage {
  const disk = new Disk(new FSDriver({ location: folder, visibility: "private" }));
  return {
    put: (key, bytes) => disk.put(key, bytes),
    read: async (key) => wholeOf(await disk.getStream(key)).catch(nullIfMissing),
    remove: (key) => disk.delete(key),
  };
}

/** By the stream: the driver's `getBytes` gives the memory around the file too when Node read it into a larger piece. */
async function wholeOf(stream: Readable): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return new Uint8Array(Buffer.concat(chunks));
}

function nullIfMissing(cause: unknown): null {
  if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
  throw cause;
}
