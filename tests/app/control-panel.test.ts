import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultAccountSettings } from "#lib/accounts/settings/schema";
import * as admin from "#lib/admin/endpoints";
import { type Endpoint, pathParameters } from "#lib/shared/endpoint";
import { openBrowser, useTestDatabase } from "../support/next-request.ts";
import { connectTestDatabase, createOrganization, createPerson, type TestClient } from "../support/people.ts";

let db: TestClient;
let signIn: typeof import("../../app/api/v1/sign-in-sessions/route.ts");
const password = "correct horse battery";
const browsers: Record<
  "nobody" | "member" | "organizationAdmin" | "administrator",
  ReturnType<typeof openBrowser>
> = {
  nobody: openBrowser(),
  member: openBrowser(),
  organizationAdmin: openBrowser(),
  administrator: openBrowser(),
};
/** What the endpoints with something in their path are tried on. */
const targets: Record<string, string> = {};

const closed = Object.entries(admin).filter(([, endpoint]) => endpoint.audience === "administrator");

beforeAll(async () => {
  await useTestDatabase();
  db = await connectTestDatabase();
  signIn = await import("../../app/api/v1/sign-in-sessions/route.ts");
  const organizationId = await createOrganization(db, "Harbour");
  await createPerson(db, { username: "member", password, organizationId });
  await createPerson(db, {
    username: "organization-admin",
    password,
    organizationId,
    organizationRole: "ADMIN",
  });
  await createPerson(db, { username: "administrator", password, isServerAdmin: true });
  targets.personId = (await createPerson(db, { username: "victim" })).person.id;
  targets.organizationId = await createOrganization(db, "Victims");
  await enter("member", "member");
  await enter("organizationAdmin", "organization-admin");
  await enter("administrator", "administrator");
});
afterAll(async () => {
  const { disconnectDatabase } = await import("#lib/adapters/database/client");
  await disconnectDatabase();
  await db.$disconnect();
});

async function enter(who: keyof typeof browsers, name: string): Promise<void> {
  const sent = { method: "POST", path: "/api/v1/sign-in-sessions", body: { name, password } };
  expect((await browsers[who].send(signIn.POST, sent)).status).toBe(200);
}

async function request(
  who: keyof typeof browsers,
  endpoint: Endpoint,
  body: unknown = {},
): Promise<Response> {
  const file = endpoint.path.replace("/api/", "").replaceAll("{", "[").replaceAll("}", "]");
  const route = await import(/* @vite-ignore */ join(import.meta.dirname, `../../app/api/${file}/route.ts`));
  const names = pathParameters(endpoint.path);
  const params = Object.fromEntries(names.map((name) => [name, targets[name] ?? ""]));
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => targets[name] ?? "");
  return browsers[who].send(route[endpoint.method], { method: endpoint.method, path, body, params });
}

describe("the control panel's API", () => {
  test("DIR-24 has endpoints to be closed", () => {
    expect(closed.length).toBeGreaterThan(8);
    expect(closed.every(([, { path }]) => path.startsWith("/api/v1/admin/"))).toBe(true);
  });

  test.each(closed)(
    "DIR-23 DIR-24 ADM-01 %s does not exist for anybody but the server administrator",
    async (_, endpoint) => {
      const audits = await db.auditEntry.count();
      expect((await request("nobody", endpoint)).status).toBe(404);
      for (const who of ["member", "organizationAdmin"] as const) {
        const response = await request(who, endpoint);
        expect(response.status).toBe(404);
        expect(await response.json()).not.toHaveProperty("fields");
      }
      expect(await db.auditEntry.count()).toBe(audits);
      expect((await request("administrator", endpoint)).status).not.toBe(404);
    },
  );

  test("R6 INV-40 a handed-out password is made once per idempotency key and told once", async () => {
    const route = await import("../../app/api/v1/admin/people/route.ts");
    const send = () =>
      browsers.administrator.send(route.POST, {
        method: "POST",
        path: "/api/v1/admin/people",
        body: { firstName: "Once", lastName: "Only", email: "once@example.org" },
        headers: { "idempotency-key": "one-person-only" },
      });
    const first = await send();
    const { temporaryPassword } = await first.json();
    const second = await send();
    expect([first.status, second.status]).toEqual([200, 409]);
    expect(await second.json()).toMatchObject({ reason: "answerShownOnce" });
    const records = await db.idempotencyRecord.findMany();
    expect(JSON.stringify(records)).not.toContain(temporaryPassword);
  });

  test("ADM-05 ADM-06 ADM-07 refuses a lockout that would lock everybody or nobody", async () => {
    for (const settings of [
      { isEnabled: true, maxAttempts: 0, periodMinutes: 15 },
      { isEnabled: true, maxAttempts: 101, periodMinutes: 15 },
      { isEnabled: true, maxAttempts: 5, periodMinutes: 0 },
      { isEnabled: true, maxAttempts: 2.5, periodMinutes: 15 },
      { isEnabled: "yes", maxAttempts: 5, periodMinutes: 15 },
    ]) {
      const response = await request("administrator", admin.changeLockoutSettings, settings);
      expect(response.status).toBe(422);
    }
    const accepted = { isEnabled: true, maxAttempts: 7, periodMinutes: 30 };
    expect((await request("administrator", admin.changeLockoutSettings, accepted)).status).toBe(200);
    expect(await (await request("administrator", admin.getLockoutSettings)).json()).toEqual(accepted);
  });

  test("ADM-12 GAP-013 GAP-025 GAP-039 GAP-053 refuses settings that would shut everybody out, each at its field", async () => {
    const good = defaultAccountSettings;
    const bad = {
      minPasswordLength: 7,
      idleMinutes: 4,
      contactRequestsPerDay: 0,
      downloadUrl: "javascript:alert(1)",
      registrationMode: "SOMETIMES",
      mayChangeEmail: "yes",
    };
    for (const [field, value] of Object.entries(bad)) {
      const sent = { ...good, [field]: value };
      const response = await request("administrator", admin.changeAccountSettings, sent);
      expect([response.status, (await response.json()).fields]).toMatchObject([422, [{ field }]]);
    }
    expect(await (await request("administrator", admin.getAccountSettings)).json()).toEqual(good);
  });
});
