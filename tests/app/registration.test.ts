import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as endpoints from "#lib/accounts/registration/endpoints";
import * as organizationEndpoints from "#lib/organizations/registration/endpoints";
import { openBrowser, useTestDatabase } from "../support/next-request.ts";
import { connectTestDatabase, createPerson, type TestClient } from "../support/people.ts";

let db: TestClient;
let registrations: typeof import("../../app/api/v1/registrations/route.ts");
let organizations: typeof import("../../app/api/v1/registrations/organizations/route.ts");
let proposals: typeof import("../../app/api/v1/registrations/username-proposals/route.ts");
let resends: typeof import("../../app/api/v1/activations/mails/route.ts");
let activations: typeof import("../../app/api/v1/activations/route.ts");
const password = "a-long-enough-password";

beforeAll(async () => {
  await useTestDatabase();
  db = await connectTestDatabase();
  registrations = await import("../../app/api/v1/registrations/route.ts");
  organizations = await import("../../app/api/v1/registrations/organizations/route.ts");
  proposals = await import("../../app/api/v1/registrations/username-proposals/route.ts");
  resends = await import("../../app/api/v1/activations/mails/route.ts");
  activations = await import("../../app/api/v1/activations/route.ts");
});
afterAll(async () => {
  const { disconnectDatabase } = await import("#lib/adapters/database/client");
  await disconnectDatabase();
  await db.$disconnect();
});

/** Sends it as somebody new, from an address of their own. */
let visitors = 0;
function post(handler: typeof registrations.POST, path: string, body: unknown) {
  visitors += 1;
  const headers = { "x-request-id": "same", "x-real-ip": `192.0.2.${visitors}` };
  return openBrowser().send(handler, { method: "POST", path, body, headers });
}

/** Everything that an answer shows. */
async function shown(response: Response): Promise<string> {
  return JSON.stringify([response.status, [...response.headers], await response.text()]);
}

const wish = (email: string) => ({ firstName: "Nora", lastName: "Quist", email, password });

describe("registering through the door", () => {
  test("GAP-024 an address in use gets the same answer, status and headers, on both forms", async () => {
    await createPerson(db, { username: "taken", email: "taken@example.org", password });
    const personal = async (email: string) =>
      shown(await post(registrations.POST, "/api/v1/registrations", wish(email)));
    const organization = async (email: string) => {
      const body = { ...wish(email), organizationName: "House" };
      return shown(await post(organizations.POST, "/api/v1/registrations/organizations", body));
    };
    expect(await personal("taken@example.org")).toBe(await personal("free@example.org"));
    expect(await personal("TAKEN@example.org")).toContain("204");
    expect(await organization("taken@example.org")).toBe(await organization("free.too@example.org"));
    expect(await db.person.count({ where: { emailNorm: "taken@example.org" } })).toBe(1);
  });

  test("GAP-024 GAP-027 asking for the mail again gets the same answer for every address", async () => {
    const ask = async (email: string) =>
      shown(await post(resends.POST, "/api/v1/activations/mails", { email }));
    await post(registrations.POST, "/api/v1/registrations", wish("waiting@example.org"));
    await createPerson(db, { username: "active", email: "active@example.org" });
    const answers = [];
    for (const name of ["waiting", "active", "nobody"]) answers.push(await ask(`${name}@example.org`));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("204");
  });

  test("ACC-05 every missing field is named, and nothing is made", async () => {
    const before = await db.person.count();
    const response = await post(organizations.POST, "/api/v1/registrations/organizations", { email: "a b" });
    expect(response.status).toBe(422);
    const { fields }: { fields: { field: string; reason: string }[] } = await response.json();
    expect(Object.fromEntries(fields.map(({ field, reason }) => [field, reason]))).toEqual({
      organizationName: "required",
      firstName: "required",
      lastName: "required",
      password: "required",
      email: "blankInEmail",
    });
    expect(await db.person.count()).toBe(before);
    expect(await db.outgoingMail.count({ where: { toAddress: "a b" } })).toBe(0);
  });

  test("GAP-025 too short a password is refused with the length that is asked for", async () => {
    const body = { ...wish("short@example.org"), password: "short" };
    const response = await post(registrations.POST, "/api/v1/registrations", body);
    const { fields }: { fields: readonly object[] } = await response.json();
    expect(fields).toEqual([{ field: "password", reason: "tooShort", message: "At least 10 characters." }]);
  });

  test("ACC-06 GAP-023 the user name to come is told to anybody who has both names", async () => {
    const ask = (body: unknown) => post(proposals.POST, "/api/v1/registrations/username-proposals", body);
    const named = await ask({ firstName: "Émile", lastName: "Zola" });
    expect(await named.json()).toEqual({ username: "emile.zola" });
    expect((await ask({ firstName: "Émile", lastName: " " })).status).toBe(422);
  });

  test("GAP-024 GAP-027 R17 mails to one address can only be asked for so often, from anywhere", async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1) {
      const body = { email: count % 2 ? "often@example.org" : "OFTEN@example.org" };
      statuses.push((await post(resends.POST, "/api/v1/activations/mails", body)).status);
    }
    expect(statuses).toEqual([204, 204, 204, 204, 204, 429]);
    for (const [name, { audience, limits }] of Object.entries({ ...endpoints, ...organizationEndpoints })) {
      expect([name, audience, limits?.some(({ per }) => per === "address")]).toEqual([name, "anyone", true]);
    }
  });

  test("ACC-17 INV-40 an activation link is opened by POST only and sets no cookie", async () => {
    expect(Object.keys(activations).filter((name) => /^[A-Z]+$/.test(name))).toEqual(["POST"]);
    const browser = openBrowser();
    const response = await browser.send(activations.POST, {
      method: "POST",
      path: "/api/v1/activations",
      body: { secret: "x".repeat(43) },
    });
    expect(response.status).toBe(404);
    expect(browser.cookies()).toEqual([]);
  });
});
