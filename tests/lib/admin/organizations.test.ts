import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findActor } from "#lib/accounts/queries";
import * as commands from "#lib/admin/commands";
import * as queries from "#lib/admin/queries";
import { OrganizationSearch } from "#lib/admin/schema";
import type { PersonActor } from "#lib/shared/context";
import type { OrganizationId } from "#lib/shared/ids";
import {
  connectTestDatabase,
  contextFor,
  createOrganization,
  createPerson,
  type TestClient,
} from "../../support/people.ts";

let db: TestClient;
let admin: PersonActor;
const now = new Date("2026-11-22T10:00:00Z");

beforeAll(async () => {
  db = await connectTestDatabase();
  ({ actor: admin } = await createPerson(db, { username: "admin", isServerAdmin: true }));
});
afterAll(() => db.$disconnect());

const list = (input: Record<string, unknown> = {}) =>
  contextFor(db, admin, now).ask(queries.listOrganizations, OrganizationSearch.parse(input));
const dissolve = (organizationId: OrganizationId, actor = admin) =>
  contextFor(db, actor, now).run(commands.dissolveOrganization, { organizationId });

describe("the organizations in the control panel", () => {
  test("GAP-031 are listed by name with their members, and searched without regard to case", async () => {
    const harbour = await createOrganization(db, "Harbour Works");
    await createOrganization(db, "Atelier");
    await createPerson(db, { username: "ben", organizationId: harbour });
    await createPerson(db, { username: "cleo", organizationId: harbour, organizationRole: "ADMIN" });
    const all = await list();
    expect(all.organizations.map(({ name, memberCount }) => [name, memberCount])).toEqual([
      ["Atelier", 0],
      ["Harbour Works", 2],
    ]);
    expect((await list({ query: "hARBOUR" })).organizations).toHaveLength(1);
    expect(await list({ query: "%" })).toMatchObject({ organizations: [], total: 0 });
    expect(await list({ page: "2" })).toMatchObject({ organizations: [], total: 2, page: 2 });
  });

  test("GAP-031 INV-46 dissolving makes individuals of the members, who stay signed in, and is noted", async () => {
    const organizationId = await createOrganization(db, "Short-lived");
    const { actor: dan } = await createPerson(db, {
      username: "dan",
      organizationId,
      organizationRole: "ADMIN",
    });
    await dissolve(organizationId);
    const found = await findActor({ db, now }, dan.sessionId);
    expect(found?.actor).toMatchObject({ personId: dan.personId, organization: null });
    expect((await list({ query: "Short-lived" })).total).toBe(0);
    const audit = await db.auditEntry.findMany({ where: { targetId: organizationId } });
    expect(audit).toMatchObject([{ action: "organization.dissolved", actorId: admin.personId }]);
    await expect(dissolve(organizationId)).rejects.toThrow("not_found");
  });

  test("ADM-01 ADM-20 DIR-24 no organization's admin dissolves one, not even the own", async () => {
    const organizationId = await createOrganization(db, "Stays");
    const { actor: eva } = await createPerson(db, {
      username: "eva",
      organizationId,
      organizationRole: "ADMIN",
    });
    await expect(dissolve(organizationId, eva)).rejects.toThrow("not_found");
    expect((await list({ query: "Stays" })).total).toBe(1);
  });
});

describe("a lost authenticator", () => {
  test("GAP-037 INV-46 the administrator sees the second factor and switches it off, with a trace", async () => {
    const { person } = await createPerson(db, { username: "finn" });
    await db.secondFactor.create({ data: { personId: person.id, secretSealed: "x", state: "ON" } });
    const { people } = await contextFor(db, admin, now).ask(queries.listPeople, {
      query: "finn",
      page: 1,
      show: "all",
    });
    const [finn] = people;
    if (!finn) throw new Error("nobody was found");
    expect(finn.hasSecondFactor).toBe(true);
    const after = await contextFor(db, admin, now).run(commands.resetSecondFactor, { personId: finn.id });
    expect(after.hasSecondFactor).toBe(false);
    const audit = await db.auditEntry.findMany({ where: { targetId: person.id } });
    expect(audit).toMatchObject([{ action: "second-factor.reset", actorId: admin.personId }]);
  });

  test("GAP-028 as many people are asked for new terms as use the portal", async () => {
    const count = () => contextFor(db, admin, now).ask(queries.getActiveCount, undefined);
    const before = await count();
    await createPerson(db, { username: "gita" });
    await createPerson(db, { username: "hugo", state: "DISABLED" });
    expect(await count()).toBe(before + 1);
  });
});
