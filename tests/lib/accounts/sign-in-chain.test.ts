import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { holdPerson, redeemTicket } from "#lib/accounts/commands";
import { chooseFirstPassword } from "#lib/accounts/passwords/commands";
import { disablePerson, enablePerson } from "#lib/accounts/people/commands";
import { findActor } from "#lib/accounts/queries";
import { signIn } from "#lib/accounts/sign-in/commands";
import { nextStep, type SignInOutcome, type Standing } from "#lib/accounts/sign-in/next-step";
import { passSecondFactor } from "#lib/accounts/sign-in/second-factor/commands";
import { acceptTerms, declineTerms, publishTerms } from "#lib/accounts/terms/commands";
import { getCurrentTerms, getTerms } from "#lib/accounts/terms/queries";
import { NewTerms } from "#lib/accounts/terms/schema";
import { termsBlocks } from "#lib/accounts/terms/terms-blocks";
import type { Actor } from "#lib/shared/context";
import { PersonId } from "#lib/shared/ids";
import {
  connectTestDatabase,
  contextFor,
  createPerson,
  nobody,
  type PersonWish,
  type TestClient,
} from "../../support/people.ts";
import { turnOnSecondFactor } from "../../support/second-factor.ts";

let db: TestClient;
const password = "correct horse battery";
const chosen = "my own long password";
const start = new Date("2026-11-22T10:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const system: Actor = { kind: "system", reason: "test" };

beforeAll(async () => {
  db = await connectTestDatabase();
});
afterAll(() => db.$disconnect());

const waiting = (wish: PersonWish) =>
  createPerson(db, { password, state: "WAITING_TERMS", hasAcceptedTerms: false, ...wish });
const enter = (name: string, typed = password, now = start) =>
  contextFor(db, nobody, now).step(signIn, { name, password: typed });
const accept = (ticket: string, number = 1, now = start) =>
  contextFor(db, nobody, now).step(acceptTerms, { ticket, number });
const choose = (ticket: string, now = start) =>
  contextFor(db, nobody, now).step(chooseFirstPassword, { ticket, password: chosen });
const proveCode = (ticket: string, code: string, now = start) =>
  contextFor(db, nobody, now).step(passSecondFactor, { ticket, code });

async function actorOf(outcome: SignInOutcome) {
  if (outcome.kind !== "signedIn") throw new Error(outcome.kind);
  const sessionId = await contextFor(db, nobody, start).run(redeemTicket, { ticket: outcome.ticket });
  return sessionId && (await findActor({ db, now: start }, sessionId))?.actor;
}

const sessionsOf = (personId: string) =>
  db.signInSession.count({ where: { personId, ticketHash: { not: null } } });
const activations = async (personId: string) =>
  (
    await db.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) AS count FROM pgboss.job
      WHERE data->'payload'->>'name' = 'account.activated'
        AND data->'payload'->'payload'->>'personId' = ${personId}`
  ).map(({ count }) => Number(count));
const ticketGone = { code: "not_found", details: { reason: "ticketNotGood" } };

describe("the order of the steps", () => {
  const open: Standing = {
    state: "ACTIVE",
    hasSecondFactor: false,
    hasAcceptedTerms: true,
    mustChangePassword: false,
  };
  const everything = { hasSecondFactor: true, hasAcceptedTerms: false, mustChangePassword: true };
  test.each<[string, Partial<Standing>, boolean, string]>([
    ["closed before all", { state: "DISABLED", ...everything }, false, "closed"],
    ["not activated before all", { state: "WAITING_EMAIL", ...everything }, false, "notActivated"],
    ["the second factor first", { state: "WAITING_TERMS", ...everything }, false, "secondFactor"],
    ["then the terms", { state: "WAITING_TERMS", ...everything }, true, "terms"],
    ["the terms of a new version", { hasAcceptedTerms: false, mustChangePassword: true }, false, "terms"],
    ["an account that waits for them, whatever it accepted", { state: "WAITING_TERMS" }, true, "terms"],
    ["then the handed-out password", { mustChangePassword: true, hasSecondFactor: true }, true, "password"],
    ["and then the session", { hasSecondFactor: true }, true, "session"],
    ["nothing in the way", {}, false, "session"],
  ])("GAP-041 INV-11 INV-14 %s", (_, standing, hasProvenFactor, step) => {
    expect(nextStep({ ...open, ...standing }, { hasProvenFactor })).toBe(step);
  });

  test("GAP-041 SIG-28 SIG-09 somebody with everything in the way gets through in order, with a session at the end only", async () => {
    const { person, actor } = await waiting({ username: "ada", mustChangePassword: true });
    const factor = await turnOnSecondFactor(db, actor);
    const first = await enter("ada");
    expect(first.kind).toBe("secondFactorRequired");
    const second = await proveCode(first.ticket, factor.codeAt(start));
    expect(second.kind).toBe("termsRequired");
    const third = await accept(second.ticket);
    expect(third.kind).toBe("passwordChangeRequired");
    expect(await sessionsOf(person.id)).toBe(0);
    const last = await choose(third.ticket);
    expect(await actorOf(last)).toMatchObject({ personId: person.id });
    for (const spent of [
      () => proveCode(first.ticket, factor.codeAt(later(1)), later(1)),
      () => accept(second.ticket),
      () => choose(third.ticket),
    ]) {
      await expect(spent()).rejects.toMatchObject(ticketGone);
    }
  });

  test("SIG-29 INV-14 INV-40 no ticket opens another step than its own", async () => {
    const { person, actor } = await waiting({ username: "ben", mustChangePassword: true });
    const factor = await turnOnSecondFactor(db, actor);
    const { ticket } = await enter("ben");
    await expect(accept(ticket)).rejects.toMatchObject(ticketGone);
    await expect(choose(ticket)).rejects.toMatchObject(ticketGone);
    expect(await contextFor(db, nobody, start).run(redeemTicket, { ticket })).toBeNull();
    const next = await proveCode(ticket, factor.codeAt(start));
    await expect(choose(next.ticket)).rejects.toMatchObject(ticketGone);
    await expect(proveCode(next.ticket, factor.codeAt(later(1)), later(1))).rejects.toMatchObject(ticketGone);
    expect(await sessionsOf(person.id)).toBe(0);
  });

  test("INV-11 the account is looked at again at each step: closed meanwhile, it goes no further", async () => {
    const { actor } = await waiting({ username: "cleo" });
    const { ticket } = await enter("cleo");
    await contextFor(db, system, start).run(disablePerson, actor);
    await expect(accept(ticket)).rejects.toMatchObject({ code: "forbidden" });
    await expect(enter("cleo")).rejects.toMatchObject({ details: { reason: "accountNotActive" } });
    await contextFor(db, system, start).run(enablePerson, actor);
    expect((await enter("cleo")).kind).toBe("termsRequired");
    expect(await sessionsOf(actor.personId)).toBe(0);
  });

  test("INV-13 an account that is locked meanwhile goes no further; the ticket stays good for afterwards", async () => {
    await waiting({ username: "dan" });
    const { ticket } = await enter("dan");
    for (let count = 0; count < 5; count += 1) await expect(enter("dan", "wrong")).rejects.toThrow();
    await expect(accept(ticket)).rejects.toMatchObject({ code: "locked" });
    expect((await accept(ticket, 1, later(16))).kind).toBe("signedIn");
  });

  test("INV-14 a second factor that was switched on meanwhile takes sign-ins without it back", async () => {
    const { actor } = await waiting({ username: "eva" });
    const { ticket } = await enter("eva");
    await turnOnSecondFactor(db, actor);
    await expect(accept(ticket)).rejects.toMatchObject(ticketGone);
    expect((await enter("eva")).kind).toBe("secondFactorRequired");
  });

  test("INV-14 of a sign-in and a switching-on at once, none ends in a session without a code", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { actor } = await createPerson(db, { username: `racer${round}`, password });
      const [outcome] = await Promise.all([enter(`racer${round}`), turnOnSecondFactor(db, actor)]);
      const again = await enter(`racer${round}`);
      expect(again.kind).toBe("secondFactorRequired");
      expect(["signedIn", "secondFactorRequired"]).toContain(outcome.kind);
    }
  });

  test("SIG-19 the right password alone resets no count before the sign-in is complete", async () => {
    const { person } = await waiting({ username: "finn" });
    for (let count = 0; count < 3; count += 1) await expect(enter("finn", "wrong")).rejects.toThrow();
    const { ticket } = await enter("finn");
    const guard = () => db.loginGuard.findUniqueOrThrow({ where: { personId: person.id } });
    expect((await guard()).failedCount).toBe(3);
    await accept(ticket);
    expect((await guard()).failedCount).toBe(0);
  });
});

describe("activation", () => {
  test("ACC-18 GAP-002 before the link of the mail was opened the right password opens nothing and is told so", async () => {
    const { person } = await createPerson(db, { username: "gita", password, state: "WAITING_EMAIL" });
    for (let count = 0; count < 7; count += 1) {
      await expect(enter("gita")).rejects.toMatchObject({
        code: "forbidden",
        details: { reason: "accountNotActivated" },
      });
    }
    await expect(enter("gita", "wrong")).rejects.toMatchObject({ details: { reason: "wrongCredentials" } });
    expect(await sessionsOf(person.id)).toBe(0);
  });

  test("ACC-22 INV-11 a session of an account that is not active finds nobody", async () => {
    const { actor } = await waiting({ username: "hugo" });
    expect(await findActor({ db, now: start }, actor.sessionId)).toBeNull();
    await db.person.update({ where: { id: actor.personId }, data: { state: "ACTIVE" } });
    expect(await findActor({ db, now: start }, actor.sessionId)).not.toBeNull();
  });

  test("GAP-002 nobody skips activation or terms by being closed and opened again", async () => {
    const unconfirmed = await createPerson(db, {
      username: "unconfirmed",
      password,
      state: "WAITING_EMAIL",
      hasAcceptedTerms: false,
    });
    await db.auditEntry.create({
      data: {
        action: "account.registered",
        targetType: "person",
        targetId: unconfirmed.person.id,
        requestId: "r",
      },
    });
    const { actor: active } = await createPerson(db, { username: "was-active", password });
    for (const { personId } of [unconfirmed.actor, active]) {
      await contextFor(db, system, start).run(disablePerson, { personId });
      await contextFor(db, system, start).run(enablePerson, { personId });
    }
    await expect(enter("unconfirmed")).rejects.toMatchObject({ details: { reason: "accountNotActivated" } });
    expect((await enter("was-active")).kind).toBe("signedIn");
  });
});

describe("the terms of use", () => {
  test("ACC-19 ACC-20 ACC-21 ACC-23 GAP-002 accepting activates the account once, is kept with address, and is not asked again", async () => {
    const { person } = await waiting({ username: "ines" });
    const [first, second] = [await enter("ines"), await enter("ines")];
    expect([first.kind, second.kind]).toEqual(["termsRequired", "termsRequired"]);
    expect(await actorOf(await accept(first.ticket))).toMatchObject({ personId: person.id });
    expect((await accept(second.ticket)).kind).toBe("signedIn");
    expect(await activations(person.id)).toEqual([1]);
    const kept = await db.termsAcceptance.findMany({ where: { personId: person.id } });
    expect(kept).toMatchObject([{ number: 1, acceptedAt: start, address: "192.0.2.1" }]);
    expect((await enter("ines")).kind).toBe("signedIn");
  });

  test("INV-40 of 50 parallel acceptances with one ticket one goes on", async () => {
    const { person } = await waiting({ username: "many" });
    const { ticket } = await enter("many");
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => accept(ticket)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await sessionsOf(person.id)).toBe(1);
    expect(await activations(person.id)).toEqual([1]);
  });

  test("ACC-22 GAP-028 refusing ends the sign-in, and the next one shows them again", async () => {
    const { person } = await waiting({ username: "jon" });
    const { ticket } = await enter("jon");
    await contextFor(db, nobody, start).run(declineTerms, { ticket });
    await contextFor(db, nobody, start).run(declineTerms, { ticket });
    await expect(accept(ticket)).rejects.toMatchObject(ticketGone);
    expect((await enter("jon")).kind).toBe("termsRequired");
    expect(await db.person.findUnique({ where: { id: person.id } })).toMatchObject({
      state: "WAITING_TERMS",
    });
    expect(await activations(person.id)).toEqual([0]);
  });

  test("INV-40 the ticket is good for half an hour", async () => {
    await waiting({ username: "late" });
    const { ticket } = await enter("late");
    await expect(accept(ticket, 1, later(31))).rejects.toMatchObject(ticketGone);
  });

  test("ACC-20 the text that comes with the product is there in both languages, with headings", async () => {
    const read = (locale: "en" | "de") => getCurrentTerms({ db, locale });
    const [en, de] = [await read("en"), await read("de")];
    expect([en.number, en.locale, de.locale]).toEqual([1, "en", "de"]);
    expect(en.text).not.toBe(de.text);
    expect(termsBlocks(de.text).filter(({ kind }) => kind === "heading").length).toBeGreaterThan(5);
    expect(termsBlocks("# One\nline\n\n\nTwo\nlines\n")).toEqual([
      { kind: "heading", text: "One" },
      { kind: "paragraph", text: "line" },
      { kind: "paragraph", text: "Two\nlines" },
    ]);
  });

  test("GAP-028 a new version asks everybody once more, in English where a language is missing; an older one is not taken", async () => {
    const { actor: admin } = await createPerson(db, { username: "admin", isServerAdmin: true, password });
    const { actor } = await createPerson(db, { username: "kim", password });
    await waiting({ username: "between" });
    const { ticket } = await enter("between");
    const input = NewTerms.parse({ texts: { en: "# New\n\nBe kind." } });
    await expect(contextFor(db, actor, start).run(publishTerms, input)).rejects.toMatchObject({
      code: "not_found",
    });
    const published = await contextFor(db, admin, start).run(publishTerms, input);
    expect(published).toMatchObject({ number: 2, texts: { en: "# New\n\nBe kind.", de: null } });
    expect(await getCurrentTerms({ db, locale: "de" })).toMatchObject({
      number: 2,
      locale: "en",
      publishedAt: start.toISOString(),
    });
    await expect(accept(ticket, 1)).rejects.toMatchObject({ details: { reason: "termsChanged" } });
    expect((await accept(ticket, 2)).kind).toBe("signedIn");
    const asked = await enter("kim");
    expect(asked.kind).toBe("termsRequired");
    expect((await accept(asked.ticket, 2)).kind).toBe("signedIn");
    expect((await enter("kim")).kind).toBe("signedIn");
    expect(await activations(actor.personId)).toEqual([0]);
    await expect(
      contextFor(db, actor, start).ask((context) => getTerms(context), null),
    ).rejects.toMatchObject({
      code: "not_found",
    });
    await Promise.all(Array.from({ length: 5 }, () => contextFor(db, admin, start).run(publishTerms, input)));
    expect((await getTerms({ db, actor: admin })).number).toBe(7);
  });
});

test("INV-12 whoever holds a person is alone with it", async () => {
  const { person } = await createPerson(db, { username: "held" });
  const personId = PersonId.parse(person.id);
  const order: string[] = [];
  await Promise.all(
    ["a", "b"].map((name) =>
      contextFor(db, nobody, start).run(async (context) => {
        await holdPerson(context, personId);
        order.push(`${name} in`);
        await context.db.person.count();
        order.push(`${name} out`);
      }, null),
    ),
  );
  expect([order.slice(0, 2), order.slice(2)].map((pair) => new Set(pair.map(([who]) => who)).size)).toEqual([
    1, 1,
  ]);
});
