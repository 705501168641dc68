import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { issueToken } from "#lib/accounts/action-tokens/commands";
import { changePassword, giveTemporaryPassword } from "#lib/accounts/passwords/commands";
import { choosePasswordByLink, requestPasswordReset } from "#lib/accounts/passwords/links/commands";
import { getPasswordLink } from "#lib/accounts/passwords/links/queries";
import { findActor } from "#lib/accounts/queries";
import { changeAccountSettings } from "#lib/accounts/settings/commands";
import { type AccountSettings, defaultAccountSettings } from "#lib/accounts/settings/schema";
import { signIn } from "#lib/accounts/sign-in/commands";
import type { Actor, PersonActor } from "#lib/shared/context";
import { PersonId } from "#lib/shared/ids";
import {
  connectTestDatabase,
  contextFor,
  createPerson,
  nobody,
  type TestClient,
} from "../../support/people.ts";
import { turnOnSecondFactor } from "../../support/second-factor.ts";
import { work } from "../../support/worker.ts";

let db: TestClient;
const password = "correct horse battery";
const chosen = "my own long password";
const start = new Date("2026-11-22T10:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const system: Actor = { kind: "system", reason: "test" };

beforeAll(async () => {
  db = await connectTestDatabase();
});
afterEach(() => allow({}));
afterAll(() => db.$disconnect());

const allow = (wish: Partial<AccountSettings>) =>
  contextFor(db, system, start).run(changeAccountSettings, { ...defaultAccountSettings, ...wish });
const ask = (name: string) => contextFor(db, nobody, start).run(requestPasswordReset, { name });
const enter = (name: string, typed: string, now = start) =>
  contextFor(db, nobody, now).step(signIn, { name, password: typed });
const link = (kind: "reset" | "first", secret: string, now = start) =>
  contextFor(db, nobody, now).ask(getPasswordLink, { kind, secret });
const choose = (kind: "reset" | "first", secret: string, now = start, wanted = chosen) =>
  contextFor(db, nobody, now).step(choosePasswordByLink, { kind, secret, password: wanted });
const closed = { code: "not_found", details: { reason: "passwordLinkClosed" } };
const isOpen = async (actor: PersonActor) => (await findActor({ db, now: start }, actor.sessionId)) !== null;

async function mailsTo(address: string) {
  await work(db, start);
  return db.outgoingMail.findMany({ where: { toAddress: address }, orderBy: { id: "asc" } });
}

async function secretsFor(name: string, times = 1): Promise<string[]> {
  for (let count = 0; count < times; count += 1) {
    await ask(name);
    await work(db, start);
  }
  const mails = await mailsTo(`${name}@example.org`);
  return mails.flatMap(({ text }) => /\/reset-password#([\w-]+)/.exec(text)?.[1] ?? []);
}

async function secretFor(name: string): Promise<string> {
  const secret = (await secretsFor(name)).at(-1);
  if (!secret) throw new Error("no mail");
  return secret;
}

describe("a forgotten password", () => {
  test("GAP-029 is replaced by the link of a mail, once, which ends all sessions", async () => {
    const { actor } = await createPerson(db, { username: "ada", password });
    const secret = await secretFor("ada");
    expect(await link("reset", secret)).toEqual({ state: "open", username: "ada" });
    await choose("reset", secret);
    expect(await isOpen(actor)).toBe(false);
    expect((await enter("ada", chosen)).kind).toBe("signedIn");
    await expect(enter("ada", password)).rejects.toMatchObject({ code: "not_signed_in" });
    expect(await link("reset", secret)).toEqual({ state: "used", username: null });
    await expect(choose("reset", secret)).rejects.toMatchObject(closed);
    const kinds = (await mailsTo("ada@example.org")).map(({ kind }) => kind);
    expect(kinds).toEqual(["account.password-reset", "security.passwordReset"]);
  });

  test("GAP-029 R17 unknown, closed and known names get the same answer and leave the same work; only the known one a mail", async () => {
    await createPerson(db, { username: "ben", password });
    await createPerson(db, { username: "gone", password, state: "DISABLED" });
    await work(db, start);
    const answers = [
      await ask("ben"),
      await ask("gone"),
      await ask("nobody-at-all"),
      await ask("BEN@example.org"),
    ];
    expect(answers).toEqual([undefined, undefined, undefined, undefined]);
    const jobs = await db.$queryRaw<{ name: string }[]>`
      SELECT data->'payload'->>'name' AS name FROM pgboss.job WHERE data->>'name' = 'fact'`;
    expect(jobs.map(({ name }) => name)).toEqual(Array(4).fill("password-reset.requested"));
    expect(await mailsTo("ben@example.org")).toHaveLength(2);
    expect(await mailsTo("gone@example.org")).toEqual([]);
  });

  test("GAP-029 INV-40 the link is good for an hour, the newest only, and a weak password uses it up not", async () => {
    await createPerson(db, { username: "cleo", password });
    const [first = "", second = ""] = await secretsFor("cleo", 2);
    expect((await link("reset", first)).state).toBe("replaced");
    await expect(choose("reset", first)).rejects.toMatchObject(closed);
    expect((await link("reset", second, later(61))).state).toBe("expired");
    await expect(choose("reset", second, later(61))).rejects.toMatchObject(closed);
    await expect(choose("reset", second, start, "short")).rejects.toMatchObject({
      details: { fields: [{ field: "password", reason: "tooShort" }] },
    });
    await expect(choose("reset", second, start, "cleo@example.org")).rejects.toMatchObject({
      details: { fields: [{ field: "password", reason: "passwordIsName" }] },
    });
    await choose("reset", second);
    await expect(link("first", second)).rejects.toMatchObject({ code: "not_found" });
    await expect(link("reset", "x".repeat(43))).rejects.toMatchObject({ code: "not_found" });
  });

  test("INV-40 of 20 parallel choices by one link one is taken, and a GET-like look uses nothing up", async () => {
    await createPerson(db, { username: "dan", password });
    const secret = await secretFor("dan");
    for (let count = 0; count < 3; count += 1) expect((await link("reset", secret)).state).toBe("open");
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => choose("reset", secret)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("GAP-029 INV-14 does not lift a lockout and skips neither second factor nor terms", async () => {
    const { actor } = await createPerson(db, { username: "eva", password, hasAcceptedTerms: false });
    await turnOnSecondFactor(db, actor);
    for (let count = 0; count < 5; count += 1) await expect(enter("eva", "wrong")).rejects.toThrow();
    await choose("reset", await secretFor("eva"));
    await expect(enter("eva", chosen)).rejects.toMatchObject({ code: "locked" });
    expect((await enter("eva", chosen, later(16))).kind).toBe("secondFactorRequired");
    await createPerson(db, { username: "finn", password, state: "WAITING_TERMS", hasAcceptedTerms: false });
    await choose("reset", await secretFor("finn"));
    expect((await enter("finn", chosen)).kind).toBe("termsRequired");
  });

  test("GAP-029 takes back sign-ins that are under way with the old password", async () => {
    await createPerson(db, { username: "gita", password, mustChangePassword: true });
    const { ticket } = await enter("gita", password);
    await choose("reset", await secretFor("gita"));
    expect(
      await db.actionToken.count({ where: { purpose: "SET_PASSWORD", revokedAt: null, usedAt: null } }),
    ).toBe(0);
    expect(ticket).not.toBe("");
    expect((await enter("gita", chosen)).kind).toBe("signedIn");
  });

  test("GAP-029 GAP-027 who has not confirmed the address gets the activation mail instead", async () => {
    await createPerson(db, { username: "hugo", password, state: "WAITING_EMAIL", hasAcceptedTerms: false });
    await ask("hugo");
    expect((await mailsTo("hugo@example.org")).map(({ kind }) => kind)).toEqual(["account.activation"]);
  });

  test("SET-23 SET-27 where people may not change passwords the way is closed, for every name alike", async () => {
    await createPerson(db, { username: "ines", password });
    const secret = await secretFor("ines");
    await allow({ mayChangePassword: false });
    const off = { code: "forbidden", details: { reason: "passwordChangeOff" } };
    await expect(ask("ines")).rejects.toMatchObject(off);
    await expect(ask("nobody-at-all")).rejects.toMatchObject(off);
    await expect(choose("reset", secret)).rejects.toMatchObject(off);
  });

  test("GAP-029 an account that was closed meanwhile is not opened by the link", async () => {
    const { person } = await createPerson(db, { username: "jon", password });
    const secret = await secretFor("jon");
    await db.person.update({ where: { id: person.id }, data: { state: "DISABLED" } });
    await expect(link("reset", secret)).rejects.toMatchObject({ code: "not_found" });
    await expect(choose("reset", secret)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the first password of a new user", () => {
  const invite = (personId: string, email: string, now = start) =>
    contextFor(db, system, now).run(issueToken, {
      purpose: "FIRST_PASSWORD",
      personId: PersonId.parse(personId),
      email,
    });
  const fresh = (username: string) =>
    createPerson(db, { username, mustChangePassword: true, state: "WAITING_TERMS", hasAcceptedTerms: false });

  test("GAP-061 ORG-43 is chosen by the mailed link, confirms the address, and leads to sign-in and terms", async () => {
    const { person } = await fresh("kim");
    const secret = await invite(person.id, "Kim@Example.org");
    expect(await link("first", secret)).toEqual({ state: "open", username: "kim" });
    await choose("first", secret);
    expect(await db.person.findUnique({ where: { id: person.id } })).toMatchObject({
      emailVerifiedAt: start,
      mustChangePassword: false,
      state: "WAITING_TERMS",
    });
    expect((await enter("kim", chosen)).kind).toBe("termsRequired");
    expect((await link("first", secret)).state).toBe("used");
    expect((await mailsTo("kim@example.org")).map(({ kind }) => kind)).toEqual([]);
  });

  test("GAP-061 works for two weeks, also where passwords may not be changed, and confirms no other address", async () => {
    const { person } = await fresh("lou");
    const secret = await invite(person.id, "another@example.org");
    await allow({ mayChangePassword: false });
    await expect(choose("first", secret, later(14 * 24 * 60 + 1))).rejects.toMatchObject(closed);
    await choose("first", secret, later(13 * 24 * 60));
    expect(await db.person.findUnique({ where: { id: person.id } })).toMatchObject({ emailVerifiedAt: null });
  });

  test("GAP-061 a handed-out password takes the link's place", async () => {
    const { person } = await fresh("mia");
    const secret = await invite(person.id, "mia@example.org");
    await contextFor(db, system, start).run(giveTemporaryPassword, { personId: PersonId.parse(person.id) });
    expect((await link("first", secret)).state).toBe("replaced");
  });
});

describe("what the owner is told", () => {
  test("GAP-037 GAP-039 a changed and a handed-out password, in the owner's language, once", async () => {
    const { actor } = await createPerson(db, { username: "nora", password, locale: "de" });
    const input = { oldPassword: password, newPassword: chosen };
    await contextFor(db, actor, start).step(changePassword, input);
    await contextFor(db, system, start).run(giveTemporaryPassword, actor);
    const mails = await mailsTo("nora@example.org");
    expect(mails.map(({ subject }) => subject)).toEqual([
      "Ihr Passwort wurde geändert",
      "Die Administration hat Ihnen ein neues Passwort gegeben",
    ]);
    expect(mails.map(({ text }) => text).join()).not.toContain(chosen);
  });
});
