import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { issueSetupToken } from "#lib/accounts/setup/commands";
import { findOpenSetup } from "#lib/accounts/setup/queries";
import { setUp } from "#lib/admin/commands";
import { Setup } from "#lib/admin/schema";
import type { Actor } from "#lib/shared/context";
import {
  connectTestDatabase,
  contextFor,
  createPerson,
  nobody,
  type TestClient,
} from "../../support/people.ts";

let db: TestClient;
const now = new Date("2026-11-22T10:00:00Z");
const portal: Actor = { kind: "system", reason: "tests" };

beforeAll(async () => {
  db = await connectTestDatabase();
});
afterAll(() => db.$disconnect());

function wanted(token: string, number = 0) {
  return Setup.parse({
    token,
    organizationName: "Harbour",
    firstName: "Ada",
    lastName: "Lindqvist",
    email: `ada${number}@example.org`,
    password: "a long password",
    timeZone: "Europe/Berlin",
  });
}

const finish = (token: string, number = 0, at = now) =>
  contextFor(db, nobody, at).step(setUp, wanted(token, number));

async function link(at = now): Promise<string> {
  const token = await contextFor(db, portal, at).run(issueSetupToken, undefined);
  if (token === null) throw new Error("the portal has its administrator");
  return token;
}

// One story in order: the portal is set up once.
describe("setting the portal up", () => {
  test("GAP-115 only the start of the portal makes links", async () => {
    const { actor } = await createPerson(db, { username: "ben" });
    await expect(contextFor(db, actor).run(issueSetupToken, undefined)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(contextFor(db, nobody).run(issueSetupToken, undefined)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("INV-40 a link that is too old, replaced or made up opens nothing", async () => {
    const old = await link(new Date(now.getTime() - 24 * 60 * 60_000));
    await expect(finish(old)).rejects.toMatchObject({ details: { reason: "setupClosed" } });
    const replaced = await link();
    await link();
    await expect(finish(replaced)).rejects.toMatchObject({ details: { reason: "setupClosed" } });
    await expect(finish("x".repeat(43))).rejects.toMatchObject({ code: "not_found" });
    expect(await db.organization.count()).toBe(0);
  });

  test("GAP-025 a password that is the address is refused, and the link stays good", async () => {
    const token = await link();
    const input = { ...wanted(token), password: "ADA0@example.org" };
    await expect(contextFor(db, nobody, now).step(setUp, input)).rejects.toMatchObject({
      details: { fields: [{ field: "password", reason: "passwordIsName" }] },
    });
    expect(await findOpenSetup({ db, now }, token)).not.toBeNull();
  });

  test("GAP-115 of parallel requests one makes the administrator, the organization and the licence, and signs in", async () => {
    const token = await link();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, number) => finish(token, number)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const administrators = await db.person.findMany({
      where: { isServerAdmin: true },
      include: { membership: { include: { organization: true } }, licenceGrant: true },
    });
    expect(administrators).toMatchObject([
      {
        state: "ACTIVE",
        username: "ada.lindqvist",
        timeZone: "Europe/Berlin",
        mustChangePassword: false,
        membership: { role: "ADMIN", organization: { name: "Harbour" } },
        licenceGrant: { kind: "PERMANENT" },
      },
    ]);
    expect(await db.organization.count()).toBe(1);
    expect(await db.signInSession.count({ where: { personId: administrators[0]?.id } })).toBe(1);
  });

  test("GAP-115 afterwards there are no links, and no administrator is made", async () => {
    expect(await contextFor(db, portal, now).run(issueSetupToken, undefined)).toBeNull();
    await db.actionToken.updateMany({ where: { purpose: "SETUP" }, data: { usedAt: null } });
    const tokens = await db.actionToken.count({ where: { purpose: "SETUP", usedAt: null } });
    expect(tokens).toBeGreaterThan(0);
    const outcome = await finish("y".repeat(43)).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ code: "not_found" });
    expect(await db.person.count({ where: { isServerAdmin: true } })).toBe(1);
  });
});
