import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changePassword, chooseFirstPassword, giveTemporaryPassword } from "#lib/accounts/passwords/commands";
import { bounded, passwordWeakness } from "#lib/accounts/passwords/password";
import { ChangedPassword } from "#lib/accounts/passwords/schema";
import { findActor } from "#lib/accounts/queries";
import { changeAccountSettings } from "#lib/accounts/settings/commands";
import { type AccountSettings, defaultAccountSettings } from "#lib/accounts/settings/schema";
import { signIn } from "#lib/accounts/sign-in/commands";
import type { PersonActor } from "#lib/shared/context";
import {
  connectTestDatabase,
  contextFor,
  createPerson,
  nobody,
  signedIn,
  type TestClient,
} from "../../support/people.ts";

let db: TestClient;
const handedOut = "handed-out-password";
const chosen = "my own long password";
const start = new Date("2026-11-22T10:00:00Z");

beforeAll(async () => {
  db = await connectTestDatabase();
});
afterAll(() => db.$disconnect());

const signInAs = (name: string, password: string, now = start) =>
  contextFor(db, nobody, now).step(signIn, { name, password });

async function ticketOf(name: string, password = handedOut, now = start): Promise<string> {
  const outcome = await signInAs(name, password, now);
  if (outcome.kind !== "passwordChangeRequired") throw new Error(outcome.kind);
  return outcome.ticket;
}

const choose = (ticket: string, password = chosen, now = start) =>
  contextFor(db, nobody, now).step(chooseFirstPassword, { ticket, password });

const allow = (changes: Partial<AccountSettings>) =>
  contextFor(db, { kind: "system", reason: "test" }, start).run(changeAccountSettings, {
    ...defaultAccountSettings,
    ...changes,
  });

const isOpen = async (actor: PersonActor) => (await findActor({ db, now: start }, actor.sessionId)) !== null;

describe("a handed-out password", () => {
  test("SIG-09 GAP-020 GAP-041 has to be replaced before there is a session", async () => {
    const { person } = await createPerson(db, {
      username: "ada",
      password: handedOut,
      mustChangePassword: true,
    });
    const before = await db.signInSession.count({ where: { personId: person.id } });
    const ticket = await ticketOf("ada");
    expect(await db.signInSession.count({ where: { personId: person.id } })).toBe(before);
    expect((await choose(ticket)).kind).toBe("signedIn");
    expect((await signInAs("ada", chosen)).kind).toBe("signedIn");
    await expect(signInAs("ada", handedOut)).rejects.toMatchObject({
      details: { reason: "wrongCredentials" },
    });
  });

  test("SIG-19 does not set the count back before it is replaced", async () => {
    const { person } = await createPerson(db, {
      username: "ben",
      password: handedOut,
      mustChangePassword: true,
    });
    for (let count = 0; count < 4; count += 1) await expect(signInAs("ben", "wrong")).rejects.toThrow();
    const ticket = await ticketOf("ben");
    const failures = () => db.loginGuard.findUniqueOrThrow({ where: { personId: person.id } });
    expect(await failures()).toMatchObject({ failedCount: 4, lockedUntil: null });
    await choose(ticket);
    expect(await failures()).toMatchObject({ failedCount: 0 });
  });

  test("INV-40 R5 the ticket is good once, for 15 minutes", async () => {
    await createPerson(db, { username: "cleo", password: handedOut, mustChangePassword: true });
    const old = await ticketOf("cleo");
    const late = new Date(start.getTime() + 15 * 60_000);
    await expect(choose(old, chosen, late)).rejects.toMatchObject({ details: { reason: "ticketNotGood" } });
    const ticket = await ticketOf("cleo", handedOut, late);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, (_, index) => choose(ticket, `${chosen} ${index}`, late)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(choose("x".repeat(43))).rejects.toMatchObject({ code: "not_found" });
  });

  test("GAP-025 is not replaced by itself, by the user name or by the address; the ticket stays good", async () => {
    await createPerson(db, { username: "dan.the.person", password: handedOut, mustChangePassword: true });
    const ticket = await ticketOf("dan.the.person");
    for (const [password, reason] of [
      [handedOut, "samePassword"],
      ["Dan.The.Person", "passwordIsName"],
      ["dan.the.person@EXAMPLE.org", "passwordIsName"],
    ] as const) {
      await expect(choose(ticket, password)).rejects.toMatchObject({
        details: { fields: [{ field: "password", reason }] },
      });
    }
    expect((await choose(ticket)).kind).toBe("signedIn");
  });
});

describe("changing the own password", () => {
  test("GAP-039 ends all other sessions and keeps this one", async () => {
    const { actor } = await createPerson(db, { username: "eva", password: chosen });
    const other = await signedIn(db, actor.personId);
    const input = { oldPassword: chosen, newPassword: "another long password" };
    await contextFor(db, actor, start).step(changePassword, input);
    expect([await isOpen(actor), await isOpen(other)]).toEqual([true, false]);
    expect((await signInAs("eva", "another long password")).kind).toBe("signedIn");
  });

  test("INV-39 GAP-033 a wrong old password changes nothing and counts like one at sign-in", async () => {
    const { actor } = await createPerson(db, { username: "finn", password: chosen });
    const change = (oldPassword: string) =>
      contextFor(db, actor, start).step(changePassword, {
        oldPassword,
        newPassword: "another long password",
      });
    for (let count = 0; count < 5; count += 1) {
      await expect(change("wrong")).rejects.toMatchObject({
        details: { fields: [{ field: "oldPassword", reason: "wrongOldPassword" }] },
      });
    }
    await expect(change(chosen)).rejects.toMatchObject({ code: "locked" });
    await expect(signInAs("finn", chosen)).rejects.toMatchObject({ code: "locked" });
  });

  test("INV-46 is noted, without the password", async () => {
    const { actor } = await createPerson(db, { username: "gita", password: chosen });
    const input = { oldPassword: chosen, newPassword: "another long password" };
    await contextFor(db, actor, start).step(changePassword, input);
    const entries = await db.auditEntry.findMany({ where: { actorId: actor.personId } });
    expect(entries.map(({ action }) => action)).toEqual(["password.changed"]);
    expect(JSON.stringify(entries)).not.toContain("another long password");
  });
});

describe("resetting a password", () => {
  test("ADM-04 GAP-039 GAP-061 hands out a password that has to be replaced, and ends the sessions", async () => {
    const { actor: admin } = await createPerson(db, { username: "admin", isServerAdmin: true });
    const { actor } = await createPerson(db, { username: "hugo", password: chosen });
    const temporary = await contextFor(db, admin, start).run(giveTemporaryPassword, actor);
    expect(await isOpen(actor)).toBe(false);
    await expect(signInAs("hugo", chosen)).rejects.toThrow();
    expect((await choose(await ticketOf("hugo", temporary))).kind).toBe("signedIn");
    const entries = await db.auditEntry.findMany({
      where: { targetId: actor.personId, action: "password.reset" },
    });
    expect(entries).toMatchObject([{ actorId: admin.personId }]);
    expect(JSON.stringify(entries)).not.toContain(temporary);
  });

  test("GAP-039 takes back a ticket that was not used yet", async () => {
    const { actor: admin } = await createPerson(db, { username: "admin2", isServerAdmin: true });
    const { actor } = await createPerson(db, {
      username: "ines",
      password: handedOut,
      mustChangePassword: true,
    });
    const ticket = await ticketOf("ines");
    await contextFor(db, admin, start).run(giveTemporaryPassword, actor);
    await expect(choose(ticket)).rejects.toMatchObject({ details: { reason: "ticketNotGood" } });
  });
});

describe("password rules", () => {
  test.each([
    ["correct horse", null],
    ["ADA.LINDQVIST", "passwordIsName"],
    [" ada@example.org ", "passwordIsName"],
  ])("GAP-025 %j is %s", (password, weakness) => {
    expect(passwordWeakness(password, { username: "ada.lindqvist", email: "Ada@Example.org" })).toBe(
      weakness,
    );
  });

  test("GAP-025 a password has as many characters as the administrator wants, at most 200", async () => {
    const { actor } = await createPerson(db, { username: "jon", password: chosen });
    const choose = (newPassword: string) =>
      contextFor(db, actor, start).step(changePassword, { oldPassword: "wrong", newPassword });
    const short = {
      details: { fields: [{ field: "newPassword", reason: "tooShort", values: { min: 10 } }] },
    };
    await expect(choose("123456789")).rejects.toMatchObject(short);
    await expect(choose("1234567890")).rejects.toMatchObject({
      details: { fields: [{ field: "oldPassword" }] },
    });
    await allow({ minPasswordLength: 20 });
    await expect(choose("p".repeat(19))).rejects.toMatchObject({
      details: { fields: [{ reason: "tooShort", values: { min: 20 } }] },
    });
    await allow({});
    expect(ChangedPassword.safeParse({ oldPassword: "x", newPassword: "p".repeat(201) }).success).toBe(false);
  });

  test("SET-23 SET-27 GAP-020 where passwords may not be changed, only the handed-out one is replaced", async () => {
    const { actor } = await createPerson(db, { username: "kim", password: chosen });
    await createPerson(db, { username: "lou", password: handedOut, mustChangePassword: true });
    await allow({ mayChangePassword: false });
    const input = { oldPassword: chosen, newPassword: "another long password" };
    await expect(contextFor(db, actor, start).step(changePassword, input)).rejects.toMatchObject({
      code: "forbidden",
      details: { reason: "passwordChangeOff" },
    });
    expect((await choose(await ticketOf("lou"))).kind).toBe("signedIn");
    await allow({});
    expect((await signInAs("kim", chosen)).kind).toBe("signedIn");
  });

  test("never looks at more than a thousand characters", () => {
    expect(bounded("p".repeat(300_000))).toHaveLength(1_000);
  });
});
