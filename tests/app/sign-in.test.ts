import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, useTestDatabase } from "../support/next-request.ts";
import { connectTestDatabase, createPerson, type TestClient } from "../support/people.ts";

let db: TestClient;
let signIn: typeof import("../../app/api/v1/sign-in-sessions/route.ts");
let signOut: typeof import("../../app/api/v1/sign-in-sessions/current/route.ts");
let passwords: typeof import("../../app/api/v1/passwords/route.ts");
let profile: typeof import("../../app/api/v1/profile/route.ts");
const password = "correct horse battery";

beforeAll(async () => {
  await useTestDatabase();
  db = await connectTestDatabase();
  signIn = await import("../../app/api/v1/sign-in-sessions/route.ts");
  signOut = await import("../../app/api/v1/sign-in-sessions/current/route.ts");
  passwords = await import("../../app/api/v1/passwords/route.ts");
  profile = await import("../../app/api/v1/profile/route.ts");
});
afterAll(async () => {
  const { disconnectDatabase } = await import("#lib/adapters/database/client");
  await disconnectDatabase();
  await db.$disconnect();
});

type Browser = ReturnType<typeof openBrowser>;

const enter = (browser: Browser, body: unknown, headers?: Record<string, string>) =>
  browser.send(signIn.POST, { method: "POST", path: "/api/v1/sign-in-sessions", body, headers });
const whoAmI = (browser: Browser) => browser.send(profile.GET, { method: "GET", path: "/api/v1/profile" });
const leave = (browser: Browser) =>
  browser.send(signOut.DELETE, { method: "DELETE", path: "/api/v1/sign-in-sessions/current" });

describe("signing in through the door", () => {
  test("SIG-06 SIG-34 gives a session in a cookie that no script reads, until signing out", async () => {
    await createPerson(db, { username: "ada", password });
    const browser = openBrowser();
    expect((await whoAmI(browser)).status).toBe(401);
    const response = await enter(browser, { name: " ADA ", password });
    expect([response.status, await response.json()]).toEqual([200, { kind: "signedIn" }]);
    const [cookie] = browser.cookies().filter(({ name }) => name.includes("session-token"));
    expect(cookie?.options).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/" });
    expect(await (await whoAmI(browser)).json()).toMatchObject({ username: "ada" });
    expect((await leave(browser)).status).toBe(204);
    expect(browser.cookies().filter(({ name }) => name.includes("session-token"))).toEqual([]);
    expect((await whoAmI(browser)).status).toBe(401);
    expect((await leave(browser)).status).toBe(204);
  });

  test("SIG-36 INV-16 a cookie kept from before signing out opens nothing", async () => {
    await createPerson(db, { username: "ben", password });
    const browser = openBrowser();
    await enter(browser, { name: "ben", password });
    const stolen = openBrowser();
    stolen.take(browser.cookies());
    expect((await whoAmI(stolen)).status).toBe(200);
    await leave(browser);
    expect((await whoAmI(stolen)).status).toBe(401);
  });

  test("SIG-07 R17 answers alike for unknown names, wrong, short and absurdly long passwords", async () => {
    await createPerson(db, { username: "cleo", password });
    const attempts = [
      { name: "cleo", password: "wrong password" },
      { name: "cleo", password: "x" },
      { name: "cleo", password: "x".repeat(150_000) },
      { name: "nobody", password: "wrong password" },
      { name: "nobody@example.org", password: "x".repeat(150_000) },
    ];
    const answers = [];
    for (const body of attempts) {
      const response = await enter(openBrowser(), body, { "x-request-id": "same" });
      answers.push(JSON.stringify([response.status, await response.json()]));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("The name or the password is wrong.");
  });

  test("SIG-15 GAP-034 the refusals are counted although they are refused, and the lock says until when", async () => {
    await createPerson(db, { username: "dan", password });
    for (let count = 0; count < 5; count += 1) {
      expect((await enter(openBrowser(), { name: "dan", password: "wrong" })).status).toBe(401);
    }
    const locked = await enter(openBrowser(), { name: "dan", password }, { "accept-language": "de" });
    const problem = await locked.json();
    expect(locked.status).toBe(423);
    expect(problem).toMatchObject({ code: "locked", reason: "accountLocked" });
    expect(Date.parse(problem.values.until)).toBeGreaterThan(Date.now());
    expect(problem.detail).toContain("Administration");
  });

  test("SIG-09 GAP-041 a handed-out password opens nothing but the choice of one's own", async () => {
    await createPerson(db, { username: "eva", password, mustChangePassword: true });
    const browser = openBrowser();
    const answer = await (await enter(browser, { name: "eva", password })).json();
    expect(answer.kind).toBe("passwordChangeRequired");
    expect((await whoAmI(browser)).status).toBe(401);
    const choose = (chosen: string) =>
      browser.send(passwords.POST, {
        method: "POST",
        path: "/api/v1/passwords",
        body: { ticket: answer.ticket, password: chosen },
      });
    const short = await choose("short");
    expect([short.status, (await short.json()).fields]).toMatchObject([422, [{ field: "password" }]]);
    expect(await (await choose("my own long password")).json()).toEqual({ kind: "signedIn" });
    expect((await whoAmI(browser)).status).toBe(200);
    expect((await choose("another long password")).status).toBe(404);
  });

  test("refuses another site's page, surplus fields and control characters, and creates nothing", async () => {
    await createPerson(db, { username: "finn", password });
    const body = { name: "finn", password };
    const sessions = await db.signInSession.count();
    expect((await enter(openBrowser(), body, { origin: "https://evil.example" })).status).toBe(403);
    expect((await enter(openBrowser(), body, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await enter(openBrowser(), { ...body, isAdmin: true })).status).toBe(422);
    expect((await enter(openBrowser(), { ...body, name: "finn\u0000" })).status).toBe(422);
    expect((await enter(openBrowser(), { name: ["finn"], password: {} })).status).toBe(422);
    expect(await db.signInSession.count()).toBe(sessions);
  });
});
