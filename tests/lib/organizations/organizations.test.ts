import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember, createDepartment, createOrganization } from "#lib/organizations/commands";
import { listOrganizations } from "#lib/organizations/queries";
import type { Actor } from "#lib/shared/context";
import { connectTestDatabase, contextFor, createPerson, type TestClient } from "../../support/people.ts";

let db: TestClient;
const portal: Actor = { kind: "system", reason: "tests" };

beforeAll(async () => {
  db = await connectTestDatabase();
});
afterAll(() => db.$disconnect());

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
    expect(organizations.map(({ name }) => name)).toEqual(["Harbour", "Other"]);
  });
});
