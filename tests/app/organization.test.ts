import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as joining from "#lib/contacts/joining/endpoints";
import * as departments from "#lib/organizations/departments/endpoints";
import * as organization from "#lib/organizations/endpoints";
import * as invitations from "#lib/organizations/invitations/endpoints";
import * as members from "#lib/organizations/members/endpoints";
import { type Endpoint, pathParameters, requestOf } from "#lib/shared/endpoint";
import { openBrowser, useTestDatabase } from "../support/next-request.ts";
import { connectTestDatabase, createOrganization, createPerson, type TestClient } from "../support/people.ts";

let db: TestClient;
const password = "correct horse battery";
const roles = ["nobody", "individual", "member", "admin"] as const;
type Role = (typeof roles)[number];
const browsers = {
  nobody: openBrowser(),
  individual: openBrowser(),
  member: openBrowser(),
  admin: openBrowser(),
};
const line = { line: 2, firstName: "A", lastName: "B", email: "a.b@example.org", role: "", department: "" };

/** Good inputs; ids in them belong to nobody. */
const inputs: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  upgradeAccount: { name: "Mine" },
  changeOrganization: { name: "Harbour" },
  subscribeForProject: { slug: "harbour" },
  addDepartment: { name: "Design" },
  changeDepartment: { departmentId: randomUUID(), name: "Design" },
  deleteDepartment: { departmentId: randomUUID() },
  importMembers: { isTrial: true, lines: [line] },
  createMember: { firstName: "Nora", lastName: "Neu", email: "nora@example.org" },
  suggestMemberUsername: { firstName: "Nora", lastName: "Neu" },
  sendCredentials: { personId: randomUUID() },
  changeMember: { personId: randomUUID(), role: "USER" },
  removeMember: { personId: randomUUID() },
  moveMembers: { personIds: [randomUUID()], departmentId: null },
  removeMembers: { personIds: [randomUUID()] },
  inviteMember: { email: "kim@example.org" },
  resendInvitation: { invitationId: randomUUID() },
  deleteInvitation: { invitationId: randomUUID() },
  acceptInvitation: { secret: "x".repeat(43) },
};

const { upgradeAccount, ...aboutOrganization } = organization;
const closed: readonly (readonly [string, Endpoint])[] = [
  ...Object.entries(aboutOrganization),
  ...Object.entries(departments),
  ...Object.entries(members),
  ...Object.entries(invitations),
].filter(([, endpoint]) => endpoint.audience === "signedIn");
/** What plain members may: read main information and users. GAP-067 */
const open = ["getOrganization", "listMembers"];
const absent = ["getProjectSubscription", "subscribeForProject"];

beforeAll(async () => {
  await useTestDatabase();
  db = await connectTestDatabase();
  const signIn = await import("../../app/api/v1/sign-in-sessions/route.ts");
  const organizationId = await createOrganization(db, "Harbour");
  await createPerson(db, { username: "individual", password });
  await createPerson(db, { username: "member", password, organizationId });
  await createPerson(db, { username: "admin", password, organizationId, organizationRole: "ADMIN" });
  for (const name of ["individual", "member", "admin"] as const) {
    const sent = { method: "POST", path: "/api/v1/sign-in-sessions", body: { name, password } };
    expect((await browsers[name].send(signIn.POST, sent)).status).toBe(200);
  }
});
afterAll(async () => {
  const { disconnectDatabase } = await import("#lib/adapters/database/client");
  await disconnectDatabase();
  await db.$disconnect();
});

async function send(role: Role, [name, endpoint]: readonly [string, Endpoint]): Promise<Response> {
  const input = inputs[name] ?? {};
  const file = endpoint.path.replace("/api/", "").replaceAll("{", "[").replaceAll("}", "]");
  const route = await import(/* @vite-ignore */ join(import.meta.dirname, `../../app/api/${file}/route.ts`));
  const { url, body } = requestOf(endpoint, input);
  const params = Object.fromEntries(pathParameters(endpoint.path).map((one) => [one, String(input[one])]));
  return browsers[role].send(route[endpoint.method], { method: endpoint.method, path: url, body, params });
}

/** Everything that a refused request could have left. */
async function traces(): Promise<readonly number[]> {
  return Promise.all([
    db.auditEntry.count(),
    db.person.count(),
    db.membership.count(),
    db.department.count(),
    db.invitation.count(),
    db.appSubscription.count(),
  ]);
}

describe("who may what in an organization", () => {
  test("ORG-52 there is something to be closed", () => {
    expect(closed.length).toBeGreaterThan(18);
  });

  test.each(closed)("SIG-01 %s answers nobody who is not signed in", async (...entry) => {
    expect((await send("nobody", entry)).status).toBe(401);
  });

  test.each(closed)("ACC-36 ORG-24 DIR-20 %s does not exist for an individual account", async (...entry) => {
    const before = await traces();
    const response = await send("individual", entry);
    expect([response.status, (await response.json()).code]).toEqual([404, "not_found"]);
    expect(await traces()).toEqual(before);
  });

  test.each(closed)(
    "ORG-25 ORG-52 GAP-067 GAP-112 %s gives a plain member what members may, and nothing else",
    async (...entry) => {
      const before = await traces();
      const status = open.includes(entry[0]) ? 200 : absent.includes(entry[0]) ? 404 : 403;
      expect((await send("member", entry)).status).toBe(status);
      expect(await traces()).toEqual(before);
    },
  );

  test.each(closed)("ORG-02 INV-42 %s is open to the admin, for the own organization", async (...entry) => {
    const response = await send("admin", entry);
    const namesNobody = pathParameters(entry[1].path).length > 0;
    expect(response.status).toBe(namesNobody ? 404 : response.status === 204 ? 204 : 200);
  });

  test("ACC-51 whoever has an organization cannot upgrade", async () => {
    for (const role of ["member", "admin"] as const) {
      expect((await send(role, ["upgradeAccount", upgradeAccount])).status).toBe(409);
    }
  });

  test("INV-42 no endpoint takes an organization's id", () => {
    for (const [name, endpoint] of closed) {
      const sent = { ...inputs[name], organizationId: randomUUID() };
      expect([name, endpoint.input.safeParse(sent).success]).toEqual([name, false]);
    }
  });

  test("ORG-34 INV-40 every other endpoint has a limit, and joining wants a person", async () => {
    expect((await send("nobody", ["acceptInvitation", joining.acceptInvitation])).status).toBe(401);
    for (const endpoint of Object.values(invitations).filter(({ audience }) => audience === "anyone")) {
      expect(endpoint.limits?.length).toBeGreaterThan(0);
      expect(endpoint.method).toBe("POST");
    }
  });

  test("R6 INV-40 GAP-061 a temporary password is told once per idempotency key and kept nowhere", async () => {
    const route = await import("../../app/api/v1/members/route.ts");
    const sent = {
      method: "POST",
      path: "/api/v1/members",
      body: { firstName: "Once", lastName: "Only", email: "once@example.org" },
      headers: { "idempotency-key": "one-member-only" },
    };
    const first = await browsers.admin.send(route.POST, sent);
    const { temporaryPassword } = await first.json();
    expect([first.status, (await browsers.admin.send(route.POST, sent)).status]).toEqual([200, 409]);
    expect(JSON.stringify(await db.idempotencyRecord.findMany())).not.toContain(temporaryPassword);
  });
});
