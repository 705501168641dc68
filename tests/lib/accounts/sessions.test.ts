import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { redeemTicket, touchSession } from "#lib/accounts/commands";
import { signInSessionRevoked } from "#lib/accounts/facts";
import { findActor } from "#lib/accounts/queries";
import { revokeOtherSignInSessions, revokeSignInSession } from "#lib/accounts/sessions/commands";
import { deviceOf } from "#lib/accounts/sessions/device";
import { listSignInSessions } from "#lib/accounts/sessions/queries";
import { changeAccountSettings } from "#lib/accounts/settings/commands";
import { defaultAccountSettings } from "#lib/accounts/settings/schema";
import { signIn } from "#lib/accounts/sign-in/commands";
import type { Actor, PersonActor } from "#lib/shared/context";
import { endsSession, revokedEvent } from "../../../components/shell/session-end.ts";
import {
  connectTestDatabase,
  contextFor,
  createPerson,
  nobody,
  signedIn,
  type TestClient,
} from "../../support/people.ts";

let db: TestClient;
const password = "correct horse battery";
const start = new Date("2026-11-22T10:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const system: Actor = { kind: "system", reason: "test" };

beforeAll(async () => {
  db = await connectTestDatabase();
});
afterEach(() => setIdle(defaultAccountSettings.idleMinutes));
afterAll(() => db.$disconnect());

const setIdle = (idleMinutes: number, now = start) =>
  contextFor(db, system, now).run(changeAccountSettings, { ...defaultAccountSettings, idleMinutes });
const list = (actor: PersonActor) =>
  contextFor(db, actor, start).ask((context) => listSignInSessions(context), null);
const isOpen = async (actor: PersonActor, now = start) =>
  (await findActor({ db, now }, actor.sessionId)) !== null;

async function enter(name: string, now = start) {
  const outcome = await contextFor(db, nobody, now).step(signIn, { name, password });
  const sessionId = await contextFor(db, nobody, now).run(redeemTicket, outcome);
  const found = sessionId ? await findActor({ db, now }, sessionId) : null;
  if (found?.actor.kind !== "person") throw new Error("not signed in");
  return found.actor;
}

describe("the own sessions", () => {
  test("INV-16 are listed with device, address and times, this one first, and nobody else's", async () => {
    await createPerson(db, { username: "other", password });
    const { actor: made } = await createPerson(db, { username: "ada", password });
    await contextFor(db, made, start).run(revokeSignInSession, made);
    const actor = await enter("ada");
    const newer = await signedIn(db, actor.personId);
    await db.signInSession.update({
      where: { id: newer.sessionId },
      data: {
        lastSeenAt: later(5),
        userAgent:
          "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
      },
    });
    expect(await list(actor)).toMatchObject([
      { id: actor.sessionId, isCurrent: true, address: "192.0.2.1", signedInAt: start.toISOString() },
      { id: newer.sessionId, isCurrent: false, device: { browser: "Safari", system: "iOS", form: "mobile" } },
    ]);
  });

  test("INV-16 SIG-36 one is ended at once, and the others stay; somebody else's cannot be", async () => {
    const { actor } = await createPerson(db, { username: "ben" });
    const { actor: stranger } = await createPerson(db, { username: "stranger" });
    const [second, third] = [await signedIn(db, actor.personId), await signedIn(db, actor.personId)];
    const revoke = (sessionId: typeof second.sessionId) =>
      contextFor(db, actor, start).run(revokeSignInSession, { sessionId });
    await revoke(second.sessionId);
    expect([await isOpen(actor), await isOpen(second), await isOpen(third)]).toEqual([true, false, true]);
    await expect(revoke(second.sessionId)).rejects.toMatchObject({ code: "not_found" });
    await expect(revoke(stranger.sessionId)).rejects.toMatchObject({ code: "not_found" });
    expect(await isOpen(stranger)).toBe(true);
    const jobs = await db.$queryRaw<{ payload: unknown }[]>`
      SELECT data->'payload'->'payload' AS payload FROM pgboss.job
      WHERE data->'payload'->>'name' = ${signInSessionRevoked.name}
        AND data->'payload'->'payload'->>'personId' = ${actor.personId}`;
    expect(jobs).toMatchObject([{ payload: { sessionIds: [second.sessionId], reason: "revoked" } }]);
  });

  test("INV-16 all others are ended together; without others nothing happens", async () => {
    const { actor } = await createPerson(db, { username: "cleo" });
    const others = [await signedIn(db, actor.personId), await signedIn(db, actor.personId)];
    const revoke = () =>
      contextFor(db, actor, start).run((context) => revokeOtherSignInSessions(context), null);
    await revoke();
    await revoke();
    expect(await Promise.all([actor, ...others].map((one) => isOpen(one)))).toEqual([true, false, false]);
    const entries = await db.auditEntry.findMany({
      where: { targetId: actor.personId, action: "sign-in.revoked" },
    });
    expect(entries.map(({ details }) => details)).toEqual([{ sessions: 2 }]);
  });
});

describe("the idle limit", () => {
  test("GAP-039 a session ends when it was not used for so long, and lives on when it was", async () => {
    await setIdle(30);
    await createPerson(db, { username: "dan", password });
    const actor = await enter("dan");
    expect([await isOpen(actor, later(29.9)), await isOpen(actor, later(30.1))]).toEqual([true, false]);
    await contextFor(db, actor, later(20)).run((context) => touchSession(context), null);
    expect([await isOpen(actor, later(49.9)), await isOpen(actor, later(50.1))]).toEqual([true, false]);
  });

  test("GAP-039 a shorter limit holds for sessions that began under a longer one", async () => {
    await createPerson(db, { username: "eva", password });
    const actor = await enter("eva");
    expect(await isOpen(actor, later(24 * 60))).toBe(true);
    await setIdle(60, later(10));
    expect([await isOpen(actor, later(59)), await isOpen(actor, later(61))]).toEqual([true, false]);
  });
});

describe("a device", () => {
  test.each([
    [null, { browser: null, system: null, form: "unknown" }],
    ["", { browser: null, system: null, form: "unknown" }],
    ["curl/8.9", { browser: null, system: null, form: "unknown" }],
    [
      "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
      { browser: "Firefox", system: "Linux", form: "desktop" },
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
      { browser: "Chrome", system: "Windows", form: "desktop" },
    ],
  ])("INV-16 %j is %j", (userAgent, device) => {
    expect(deviceOf(userAgent)).toEqual(device);
  });
});

describe("what a page does with the hint", () => {
  test("SIG-36 knows the fact by its name and leaves for its own session only", () => {
    expect(revokedEvent).toBe(signInSessionRevoked.name);
    expect(endsSession({ sessionIds: ["a", "b"] }, "b")).toBe(true);
    for (const payload of [{ sessionIds: ["a"] }, { sessionIds: "b" }, {}, null, "b"]) {
      expect(endsSession(payload, "b")).toBe(false);
    }
  });
});
