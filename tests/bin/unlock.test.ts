import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signIn } from "#lib/accounts/sign-in/commands";
import { testDatabaseUrl } from "../support/database.ts";
import { connectTestDatabase, contextFor, createPerson, nobody, type TestClient } from "../support/people.ts";

const password = "correct horse battery";
const root = join(import.meta.dirname, "../..");
let db: TestClient;

beforeAll(async () => {
  db = await connectTestDatabase();
});
afterAll(() => db.$disconnect());

/** As somebody at the server's console types it. */
async function unlock(...names: readonly string[]) {
  const env = { ...process.env, DATABASE_URL: await testDatabaseUrl() };
  const args = ["--conditions=react-server", join(root, "bin/unlock.ts"), ...names];
  return promisify(execFile)(process.execPath, args, { cwd: root, env }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, said: error.stdout }),
  );
}

test("GAP-036 SIG-17 INV-46 a command on the server unlocks the only administrator, and is noted", async () => {
  const { person } = await createPerson(db, { username: "admin", password, isServerAdmin: true });
  const enter = (tried: string) => contextFor(db, nobody).step(signIn, { name: "admin", password: tried });
  for (let count = 0; count < 5; count += 1) await expect(enter("wrong")).rejects.toThrow();
  await expect(enter(password)).rejects.toThrow("accountLocked");
  const unlocked = await unlock("Admin");
  expect([unlocked.code, unlocked.said]).toEqual([0, expect.stringContaining("Admin can sign in again")]);
  expect(await enter(password)).toMatchObject({ kind: "signedIn" });
  const audit = await db.auditEntry.findMany({ where: { action: "person.unlocked" } });
  expect(audit).toMatchObject([{ targetId: person.id, actorId: null }]);
  expect(await unlock("admin@example.org")).toMatchObject({
    code: 0,
    said: expect.stringContaining("not locked"),
  });
});

test("GAP-036 it says what it did not understand", async () => {
  expect(await unlock("nobody.at.all")).toMatchObject({
    code: 1,
    said: expect.stringContaining("Nobody has"),
  });
  expect(await unlock()).toMatchObject({ code: 1 });
});
