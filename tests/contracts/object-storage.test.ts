import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEmbeddedObjectStorage } from "#lib/adapters/object-storage/embedded";
import type { ObjectStorage } from "#lib/adapters/object-storage/port";

let folder: string;
let embedded: ObjectStorage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "atrium-objects-"));
  embedded = createEmbeddedObjectStorage({ folder: join(folder, "files") });
});
afterAll(() => rm(folder, { recursive: true }));

const implementations: readonly [string, () => ObjectStorage][] = [["a folder", () => embedded]];

describe.each(implementations)("in %s", (_name, storage) => {
  test.each([0, 1, 100, 4_096, 70_000, 5 * 1024 * 1024])(
    "a file of %d bytes comes back byte for byte",
    async (size) => {
      const bytes = new Uint8Array(randomBytes(size));
      await storage().put(`avatar/${size}`, bytes);
      const read = await storage().read(`avatar/${size}`);
      expect(read?.byteLength).toBe(size);
      expect(Buffer.compare(Buffer.from(read ?? []), Buffer.from(bytes))).toBe(0);
    },
  );

  test("a key that was never put, and one that was removed, gives null", async () => {
    expect(await storage().read("avatar/never")).toBeNull();
    await storage().put("avatar/gone", new Uint8Array([1]));
    await storage().remove("avatar/gone");
    expect(await storage().read("avatar/gone")).toBeNull();
  });

  test("removing twice is harmless", async () => {
    await storage().put("avatar/twice", new Uint8Array([1]));
    await storage().remove("avatar/twice");
    await storage().remove("avatar/twice");
  });

  test("a key that leads elsewhere is not followed", async () => {
    await writeFile(join(folder, "outside"), "secret");
    for (const key of ["../outside", "avatar/../../outside"]) {
      await expect(storage().read(key)).rejects.toThrow();
      await expect(storage().put(key, new Uint8Array([1]))).rejects.toThrow();
    }
    expect(await readdir(folder)).toContain("outside");
  });
});
