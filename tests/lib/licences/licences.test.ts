import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { grantLicence, withdrawLicence } from "#lib/licences/commands";
import { type Grant, isLicenceValid, licenceState } from "#lib/licences/licence";
import { getLicence } from "#lib/licences/queries";
import { connectTestDatabase, contextFor, createPerson, type TestClient } from "../../support/people.ts";

const now = new Date("2026-11-22T10:00:00Z");
const soon = new Date("2026-11-22T10:00:00.001Z");

describe("licenceState", () => {
  const cases: [string, Grant | null, string, boolean][] = [
    ["nobody gave one", null, "none", false],
    ["a permanent one", { kind: "PERMANENT", validUntil: null }, "permanent", true],
    ["a temporary one that ends later", { kind: "TEMPORARY", validUntil: soon }, "temporary", true],
    ["a temporary one that ends now", { kind: "TEMPORARY", validUntil: now }, "expired", false],
  ];
  test.each(cases)("PRO-01 %s", (_, grant, kind, isValid) => {
    const state = licenceState(grant, now);
    expect([state.kind, isLicenceValid(state)]).toEqual([kind, isValid]);
  });
});

describe("licences of people", () => {
  let db: TestClient;
  beforeAll(async () => {
    db = await connectTestDatabase();
  });
  afterAll(() => db.$disconnect());

  test("ADM-09 the administrator gives, changes and withdraws them, and each is noted", async () => {
    const { actor: admin } = await createPerson(db, { username: "admin", isServerAdmin: true });
    const { actor: ada } = await createPerson(db, { username: "ada" });
    const { personId } = ada;
    const grant = (value: Grant) => contextFor(db, admin, now).run(grantLicence, { personId, grant: value });
    const mine = () => contextFor(db, ada, now).ask(getLicence, personId);
    expect(await mine()).toEqual({ kind: "none", validUntil: null, isValid: false });
    await grant({ kind: "TEMPORARY", validUntil: soon });
    expect(await mine()).toEqual({ kind: "temporary", validUntil: soon.toISOString(), isValid: true });
    expect(await contextFor(db, ada, soon).ask(getLicence, personId)).toMatchObject({
      kind: "expired",
      isValid: false,
    });
    await grant({ kind: "PERMANENT", validUntil: null });
    expect(await mine()).toEqual({ kind: "permanent", validUntil: null, isValid: true });
    await contextFor(db, admin, now).run(withdrawLicence, { personId });
    await contextFor(db, admin, now).run(withdrawLicence, { personId });
    expect(await mine()).toMatchObject({ kind: "none" });
    const entries = await db.auditEntry.findMany({ where: { targetId: personId }, orderBy: { id: "asc" } });
    expect(entries.map(({ action }) => action)).toEqual([
      "licence.granted",
      "licence.granted",
      "licence.withdrawn",
    ]);
  });

  test("ADM-09 nobody else gives licences, or sees somebody else's", async () => {
    const { actor: ben } = await createPerson(db, { username: "ben" });
    const { actor: cleo } = await createPerson(db, { username: "cleo", licence: "permanent" });
    const asBen = contextFor(db, ben, now);
    const input = { personId: ben.personId, grant: { kind: "PERMANENT" as const, validUntil: null } };
    await expect(asBen.run(grantLicence, input)).rejects.toMatchObject({ code: "not_found" });
    await expect(asBen.run(withdrawLicence, cleo)).rejects.toMatchObject({ code: "not_found" });
    await expect(asBen.ask(getLicence, cleo.personId)).rejects.toMatchObject({ code: "not_found" });
  });

  test("a temporary licence that is over already is refused", async () => {
    const { actor: admin } = await createPerson(db, { username: "admin2", isServerAdmin: true });
    const input = { personId: admin.personId, grant: { kind: "TEMPORARY" as const, validUntil: now } };
    await expect(contextFor(db, admin, now).run(grantLicence, input)).rejects.toMatchObject({
      details: { reason: "licenceOver" },
    });
  });
});
