import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forgetRegistrations, registerOrganization } from "#lib/organizations/registration/commands";
import { OrganizationRegistrationInput } from "#lib/organizations/registration/schema";
import type { Actor } from "#lib/shared/context";
import {
  connectTestDatabase,
  contextFor,
  createOrganization,
  createPerson,
  nobody,
  type TestClient,
} from "../../support/people.ts";

let db: TestClient;
const start = new Date("2026-11-22T10:00:00Z");
const days = (count: number) => new Date(start.getTime() + count * 24 * 60 * 60_000);
const system: Actor = { kind: "system", reason: "test" };

beforeAll(async () => {
  db = await connectTestDatabase();
});
afterAll(() => db.$disconnect());

const wish = (name: string) => ({
  organizationName: name,
  firstName: "Nora",
  lastName: "Quist",
  email: `${name.toLowerCase()}@example.org`,
  password: "a-long-enough-password",
});
const found = (name: string) => contextFor(db, nobody, start).step(registerOrganization, wish(name));
const namesOf = async () =>
  (await db.organization.findMany({ orderBy: { name: "asc" }, select: { name: true } })).map(
    ({ name }) => name,
  );

describe("a registered organization", () => {
  test("GAP-022 has a name; website and VAT number may be left out, and a website is a web address", () => {
    const parsed = (more: object) =>
      OrganizationRegistrationInput.safeParse({ ...wish("House"), ...more }).success;
    expect(parsed({})).toBe(true);
    expect(parsed({ website: "https://example.org", vatNumber: "DE 1" })).toBe(true);
    expect(parsed({ organizationName: " " })).toBe(false);
    expect(parsed({ website: "javascript:alert(1)" })).toBe(false);
  });

  test("INV-10 INV-46 is forgotten with its account when nobody activates it for a month", async () => {
    await createOrganization(db, "Empty");
    const old = await createOrganization(db, "Old");
    await createPerson(db, { username: "old.member", organizationId: old });
    await found("Forgotten");
    await found("Joined");
    const joined = await db.organization.findFirstOrThrow({ where: { name: "Joined" } });
    await createPerson(db, { username: "joined.member", organizationId: joined.id });
    const run = (now: Date) => contextFor(db, system, now).run(forgetRegistrations, undefined);
    await run(days(29));
    expect(await namesOf()).toEqual(["Empty", "Forgotten", "Joined", "Old"]);
    await run(days(31));
    expect(await namesOf()).toEqual(["Empty", "Joined", "Old"]);
    expect(await db.person.count({ where: { state: "WAITING_EMAIL" } })).toBe(0);
    expect(await db.auditEntry.count({ where: { action: "organization.forgotten" } })).toBe(1);
    await found("Forgotten");
    expect(await namesOf()).toContain("Forgotten");
  });
});
