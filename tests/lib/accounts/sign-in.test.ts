import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { redeemTicket } from "#lib/accounts/commands";
import { changeLockoutSettings, unlock } from "#lib/accounts/lockout/commands";
import { defaultLockout } from "#lib/accounts/lockout/schema";
import { findActor } from "#lib/accounts/queries";
import { signIn } from "#lib/accounts/sign-in/commands";
import { DomainError } from "#lib/shared/errors";
import {
  connectTestDatabase,
  contextFor,
  createPerson,
  nobody,
  type TestClient,
} from "../../support/people.ts";

let db: TestClient;
const password = "correct horse battery";
const start = new Date("2026-11-22T10:00:00Z");

beforeAll(async () => {
  db = await connectTestDatabase();
});
afterAll(() => db.$disconnect());

function attempt(name: string, typed: string, now = start) {
  return contextFor(db, nobody, now).step(signIn, { name, password: typed });
}

async function refusal(work: Promise<unknown>): Promise<DomainError> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof DomainError) return outcome;
  throw new Error("expected a refusal", { cause: outcome });
}

async function reasonOf(work: Promise<unknown>): Promise<string | undefined> {
  return (await refusal(work)).details.reason;
}

async function wrongTimes(username: string, times: number, now = start): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    expect(await reasonOf(attempt(username, "wrong", now))).toBe("wrongCredentials");
  }
}

function minutesAfter(minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000);
}

async function signedInPerson(name: string, now = start) {
  const outcome = await attempt(name, password, now);
  if (outcome.kind !== "signedIn") throw new Error(outcome.kind);
  const sessionId = await contextFor(db, nobody, now).run(redeemTicket, { ticket: outcome.ticket });
  return sessionId ? findActor({ db, now }, sessionId) : null;
}

async function auditOf(personId: string) {
  const rows = await db.auditEntry.findMany({ where: { targetId: personId }, orderBy: { id: "asc" } });
  return rows.map(({ action, details }) => ({ action, details }));
}

describe("signing in", () => {
  test("SIG-05 SIG-06 GAP-032 takes user name or e-mail address in any case", async () => {
    const { person } = await createPerson(db, { username: "ada", email: "Ada.L@Example.org", password });
    for (const name of ["ada", "ADA", "Ada", "ada.l@example.org", "ADA.L@EXAMPLE.ORG"]) {
      expect(await signedInPerson(name)).toMatchObject({ actor: { personId: person.id } });
    }
    const entries = await auditOf(person.id);
    expect(entries.map(({ action }) => action)).toEqual(Array(5).fill("sign-in.succeeded"));
  });

  test("INV-40 a ticket opens one session, once, within a minute", async () => {
    await createPerson(db, { username: "ben", password });
    const redeem = (ticket: string, now: Date) => contextFor(db, nobody, now).run(redeemTicket, { ticket });
    const first = await attempt("ben", password);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => redeem(first.ticket, start)));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    const late = await attempt("ben", password);
    expect(await redeem(late.ticket, minutesAfter(1.01))).toBeNull();
    expect(await redeem("x".repeat(43), start)).toBeNull();
    const stored = await db.signInSession.findMany({ select: { ticketHash: true } });
    expect(stored.map(({ ticketHash }) => ticketHash)).toContain(
      createHash("sha256").update(late.ticket).digest("hex"),
    );
  });

  test("SIG-07 answers alike for unknown names, wrong, short and absurdly long passwords", async () => {
    await createPerson(db, { username: "cleo", password });
    await createPerson(db, { username: "without-password" });
    const refusals = await Promise.all([
      refusal(attempt("cleo", "wrong password")),
      refusal(attempt("cleo", "x")),
      refusal(attempt("cleo", "x".repeat(200_000))),
      refusal(attempt("nobody-has-this", "wrong password")),
      refusal(attempt("nobody@example.org", "x".repeat(200_000))),
      refusal(attempt("without-password", "wrong password")),
    ]);
    const answers = refusals.map(({ code, details, message }) => JSON.stringify({ code, details, message }));
    expect(new Set(answers).size).toBe(1);
    expect(refusals[0]).toMatchObject({ code: "not_signed_in", details: { reason: "wrongCredentials" } });
  });

  test("SIG-07 a password that only begins like a long one does not open", async () => {
    const long = "p".repeat(200);
    await createPerson(db, { username: "long", password: long });
    expect(await reasonOf(attempt("long", `${long}p`))).toBe("wrongCredentials");
    expect((await attempt("long", long)).kind).toBe("signedIn");
  });

  test("INV-46 notes unknown names without saying what was typed", async () => {
    await refusal(attempt("typed-by-mistake-secret", "x"));
    const rows = await db.auditEntry.findMany({ where: { targetId: "unknown" } });
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain("typed-by-mistake-secret");
  });

  test("INV-11 an account that is not active is refused after the right password only, without being counted", async () => {
    const { person } = await createPerson(db, { username: "closed", password, state: "DISABLED" });
    expect(await reasonOf(attempt("closed", "wrong"))).toBe("wrongCredentials");
    for (let count = 0; count < 10; count += 1) {
      expect(await reasonOf(attempt("closed", password))).toBe("accountNotActive");
    }
    const guard = await db.loginGuard.findUniqueOrThrow({ where: { personId: person.id } });
    expect(guard).toMatchObject({ failedCount: 1, lockedUntil: null });
  });
});

describe("lockout", () => {
  test("SIG-11 SIG-15 SIG-16 after five wrong passwords even the right one is refused, with the end of the lock", async () => {
    const { person } = await createPerson(db, { username: "dan", password });
    await wrongTimes("dan", 5);
    const refused = await refusal(attempt("dan", password, minutesAfter(1)));
    expect(refused.code).toBe("locked");
    expect(refused.details).toEqual({
      reason: "accountLocked",
      values: { until: minutesAfter(15).toISOString() },
    });
    const actions = await auditOf(person.id);
    expect(actions.at(4)).toEqual({
      action: "sign-in.failed",
      details: { reason: "wrongPassword", isLocked: true },
    });
    expect(actions.at(5)?.action).toBe("sign-in.locked");
  });

  test("SIG-14 the lock holds for the user name and the e-mail address alike", async () => {
    await createPerson(db, { username: "both", password });
    await wrongTimes("both", 3);
    await wrongTimes("both@example.org", 2);
    expect(await reasonOf(attempt("both", password))).toBe("accountLocked");
    expect(await reasonOf(attempt("BOTH@example.org", password))).toBe("accountLocked");
  });

  test("SIG-18 the lock ends by itself, is not prolonged by attempts, and the count begins anew", async () => {
    await createPerson(db, { username: "eva", password });
    await wrongTimes("eva", 5);
    for (const minute of [1, 7, 14.99]) {
      expect(await reasonOf(attempt("eva", "wrong", minutesAfter(minute)))).toBe("accountLocked");
    }
    await wrongTimes("eva", 4, minutesAfter(15));
    expect((await attempt("eva", password, minutesAfter(15))).kind).toBe("signedIn");
  });

  test("SIG-19 a successful sign-in sets the count back to zero", async () => {
    await createPerson(db, { username: "finn", password });
    for (let round = 0; round < 3; round += 1) {
      await wrongTimes("finn", 4);
      expect((await attempt("finn", password)).kind).toBe("signedIn");
    }
  });

  test("SIG-20 failures of one account and of unknown names lock nobody else", async () => {
    await createPerson(db, { username: "gita", password });
    await createPerson(db, { username: "hugo", password });
    await wrongTimes("gita", 5);
    await wrongTimes("not-a-person", 8);
    expect(await reasonOf(attempt("gita", password))).toBe("accountLocked");
    expect((await attempt("hugo", password)).kind).toBe("signedIn");
  });

  test("SIG-17 ADM-08 the administrator unlocks before the period is over, and it is noted", async () => {
    const { actor } = await createPerson(db, { username: "admin", isServerAdmin: true });
    const { person, actor: locked } = await createPerson(db, { username: "ines", password });
    await wrongTimes("ines", 5);
    await contextFor(db, actor, start).run(unlock, { personId: locked.personId });
    expect((await attempt("ines", password)).kind).toBe("signedIn");
    expect(await auditOf(person.id)).toContainEqual({ action: "person.unlocked", details: {} });
    await expect(contextFor(db, locked, start).run(unlock, locked)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("SIG-10 SIG-12 SIG-13 ADM-05 ADM-06 ADM-07 the policy's numbers hold from the next attempt on", async () => {
    const { actor } = await createPerson(db, { username: "admin2", isServerAdmin: true });
    const set = (settings: typeof defaultLockout) =>
      contextFor(db, actor, start).run(changeLockoutSettings, settings);
    await createPerson(db, { username: "jon", password });
    await set({ isEnabled: true, maxAttempts: 2, periodMinutes: 60 });
    await wrongTimes("jon", 2);
    const refused = await refusal(attempt("jon", password));
    expect(refused.details.values).toEqual({ until: minutesAfter(60).toISOString() });
    await set({ isEnabled: false, maxAttempts: 2, periodMinutes: 60 });
    await wrongTimes("jon", 4);
    expect((await attempt("jon", password)).kind).toBe("signedIn");
    await set(defaultLockout);
  });

  test("GAP-035 sessions that are open stay open while the account is locked", async () => {
    await createPerson(db, { username: "kim", password });
    const signedIn = await signedInPerson("kim");
    await wrongTimes("kim", 5);
    if (signedIn?.actor.kind !== "person") throw new Error("not signed in");
    expect(await findActor({ db, now: start }, signedIn.actor.sessionId)).not.toBeNull();
  });

  test("INV-12 INV-13 of 200 parallel attempts exactly five are looked at, and the right password among the late ones is refused", async () => {
    const { person } = await createPerson(db, { username: "lena", password });
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, index) => reasonOf(attempt("lena", index < 199 ? "wrong" : password))),
    );
    expect(outcomes.filter((reason) => reason === "wrongCredentials")).toHaveLength(5);
    expect(outcomes.filter((reason) => reason === "accountLocked")).toHaveLength(195);
    expect(outcomes.at(-1)).toBe("accountLocked");
    const entries = await auditOf(person.id);
    expect(entries.filter(({ action }) => action === "sign-in.failed")).toHaveLength(5);
    expect(entries.filter(({ action }) => action === "sign-in.locked")).toHaveLength(195);
    expect(await reasonOf(attempt("lena", password))).toBe("accountLocked");
    const guard = await db.loginGuard.findUniqueOrThrow({ where: { personId: person.id } });
    expect(guard.failedCount).toBe(5);
  });

  test("INV-12 a limit of one locks with the first wrong password and lets the right one in", async () => {
    const { actor } = await createPerson(db, { username: "admin3", isServerAdmin: true });
    await contextFor(db, actor, start).run(changeLockoutSettings, { ...defaultLockout, maxAttempts: 1 });
    await createPerson(db, { username: "mia", password });
    expect((await attempt("mia", password)).kind).toBe("signedIn");
    await wrongTimes("mia", 1);
    expect(await reasonOf(attempt("mia", password))).toBe("accountLocked");
    await contextFor(db, actor, start).run(changeLockoutSettings, defaultLockout);
  });
});
