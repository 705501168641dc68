import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { objectStorage } from "#lib/adapters/object-storage/index";
import { deleteFile, keepFile } from "#lib/files/commands";
import { findFileContent } from "#lib/files/queries";
import type { PersonActor } from "#lib/shared/context";
import type { StoredFileId } from "#lib/shared/ids";
import { connectTestDatabase, contextFor, createPerson, type TestClient } from "../../support/people.ts";

let db: TestClient;
let ada: PersonActor;

beforeAll(async () => {
  db = await connectTestDatabase();
  ada = (await createPerson(db, { username: "ada" })).actor;
});
afterAll(() => db.$disconnect());

const bytes = new Uint8Array([1, 2, 3]);
const file = () => ({ ownerId: ada.personId, scope: "AVATAR" as const, mediaType: "image/webp", bytes });

describe("a file", () => {
  test("INV-35 is kept with its size and its hash, and read back through what it hangs on", async () => {
    const fileId = await contextFor(db, ada).step(keepFile<StoredFileId>, {
      ...file(),
      attach: async (_open, id) => id,
    });
    const row = await db.storedFile.findUniqueOrThrow({ where: { id: fileId } });
    expect(row).toMatchObject({ ownerId: ada.personId, mediaType: "image/webp", sizeBytes: 3 });
    expect(row.sha256).toBe("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
    expect(await objectStorage().read(row.key)).toEqual(bytes);
  });

  test("whose place was refused leaves neither a row nor content", async () => {
    let key = "";
    const keeping = contextFor(db, ada).step(keepFile<never>, {
      ...file(),
      attach: async (open, id) => {
        key = (await open.db.storedFile.findUniqueOrThrow({ where: { id } })).key;
        throw new Error("no place");
      },
    });
    await expect(keeping).rejects.toThrow("no place");
    expect(await db.storedFile.count({ where: { key } })).toBe(0);
    expect(await objectStorage().read(key)).toBeNull();
  });

  test("that was deleted is found no more; deleting it again is harmless", async () => {
    const fileId = await contextFor(db, ada).step(keepFile<StoredFileId>, {
      ...file(),
      attach: async (_open, id) => id,
    });
    await contextFor(db, ada).run(deleteFile, { fileId });
    await contextFor(db, ada).run(deleteFile, { fileId });
    expect(await contextFor(db, ada).ask(findFileContent, { fileId })).toBeNull();
  });
});
