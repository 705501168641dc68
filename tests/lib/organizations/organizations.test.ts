import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember, createDepartment, createOrganization } from "#lib/organizations/commands";
import { listColleagues, listOrganizations } from "#lib/organizations/queries";
import type { Actor, PersonActor } from "#lib/shared/context";
import {
  connectTestDatabase,
  contextFor,
  createPerson,
  createOrganization as organizationNamed,
  type TestClient,
} from "../../support/people.ts";

let db: TestClient;
const portal: Actor = { kind: "system", reason: "tests" };

beforeAll(async () => {
  db = await connectTestDatabase();
});
afterAll(() => db.$disconnect());

const namesFor = async (actor: PersonActor, query?: string, limit = 20) => {
  const { people } = await contextFor(db, actor).ask(listColleagues, { query, limit });
  return people.map(({ name }) => name);
};

describe("choosing colleagues", () => {
  test("INV-42 shows active people of the own organization only, without oneself", async () => {
    const ours = await organizationNamed(db, "Ours");
    const theirs = await organizationNamed(db, "Theirs");
    const { actor: ada } = await createPerson(db, { username: "ada", organizationId: ours });
    await createPerson(db, { username: "ben", organizationId: ours });
    await createPerson(db, { username: "cleo", organizationId: ours, state: "DISABLED" });
    const { actor: dan } = await createPerson(db, { username: "dan", organizationId: theirs });
    const { actor: eva } = await createPerson(db, { username: "eva" });
    expect(await namesFor(ada)).toEqual(["Ben Okafor"]);
    expect(await namesFor(dan)).toEqual([]);
    expect(await namesFor(eva)).toEqual([]);
  });

  test("finds by any part of name, user name and address, and takes % and _ for what they are", async () => {
    const organizationId = await organizationNamed(db, "Search");
    const { actor: finn } = await createPerson(db, { username: "finn", organizationId });
    await createPerson(db, { username: "gita", organizationId });
    await createPerson(db, { username: "hugo", organizationId, email: "h_b@example.org" });
    expect(await namesFor(finn, "GIT ra")).toEqual(["Gita Rao"]);
    expect(await namesFor(finn, "h_b")).toEqual(["Hugo Brandt"]);
    expect(await namesFor(finn, "%")).toEqual([]);
    expect(await namesFor(finn, undefined, 1)).toEqual(["Hugo Brandt"]);
  });
});

describe("organizations", () => {
  test("INV-01 INV-03 a person joins one organization, in a department of that organization", async () => {
    const context = contextFor(db, portal);
    const organizationId = await context.run(createOrganization, { name: "Harbour" });
    const other = await context.run(createOrganization, { name: "Other" });
    const departmentId = await context.run(createDepartment, { organizationId, name: "Design" });
    const { actor } = await createPerson(db, { username: "ines" });
    const { personId } = actor;
    const join = (input: {
      organizationId: typeof organizationId;
      departmentId: typeof departmentId | null;
    }) => context.run(addMember, { personId, role: "USER", ...input });
    await expect(join({ organizationId: other, departmentId })).rejects.toMatchObject({
      details: { fields: [{ field: "departmentId", reason: "notAllowedValue" }] },
    });
    await join({ organizationId, departmentId });
    await expect(join({ organizationId: other, departmentId: null })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(context.run(createDepartment, { organizationId, name: "DESIGN" })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  test("DIR-24 are listed and made for the server administrator only", async () => {
    const { actor } = await createPerson(db, { username: "jon" });
    const { actor: admin } = await createPerson(db, { username: "admin", isServerAdmin: true });
    await expect(contextFor(db, actor).ask(listOrganizations, undefined)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(contextFor(db, actor).run(createOrganization, { name: "Mine" })).rejects.toMatchObject({
      code: "not_found",
    });
    const organizations = await contextFor(db, admin).ask(listOrganizations, undefined);
    expect(organizations.map(({ name }) => name)).toEqual(["Harbour", "Other", "Ours", "Search", "Theirs"]);
  });
});
