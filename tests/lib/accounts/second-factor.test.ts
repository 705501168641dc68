import { createHash } from "node:crypto";
import { TOTP, URI } from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeLockoutSettings } from "#lib/accounts/lockout/commands";
import { defaultLockout } from "#lib/accounts/lockout/schema";
import {
  beginSecondFactor,
  disableSecondFactor,
  enableSecondFactor,
  makeRecoveryCodes,
  resetSecondFactor,
} from "#lib/accounts/second-factor/commands";
import { getSecondFactor } from "#lib/accounts/second-factor/queries";
import { matchedStep } from "#lib/accounts/second-factor/totp";
import { signIn } from "#lib/accounts/sign-in/commands";
import { passSecondFactor } from "#lib/accounts/sign-in/second-factor/commands";
import type { Actor, PersonActor } from "#lib/shared/context";
import { PersonId } from "#lib/shared/ids";
import {
  connectTestDatabase,
  contextFor,
  createOrganization,
  createPerson,
  nobody,
  type TestClient,
} from "../../support/people.ts";
import { codeOf, turnOnSecondFactor } from "../../support/second-factor.ts";
import { work } from "../../support/worker.ts";

let db: TestClient;
const password = "correct horse battery";
const start = new Date("2026-11-22T10:00:00Z");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const system: Actor = { kind: "system", reason: "test" };

beforeAll(async () => {
  db = await connectTestDatabase();
});
afterAll(() => db.$disconnect());

const enter = (name: string, now = start) => contextFor(db, nobody, now).step(signIn, { name, password });
const prove = (ticket: string, code: string, now = start) =>
  contextFor(db, nobody, now).step(passSecondFactor, { ticket, code });
const begin = (actor: PersonActor) =>
  contextFor(db, actor, start).run((context) => beginSecondFactor(context), null);
const enable = (actor: PersonActor, code: string, now = start) =>
  contextFor(db, actor, now).run(enableSecondFactor, { code });
const disable = (actor: PersonActor, code: string, now = start) =>
  contextFor(db, actor, now).step(disableSecondFactor, { code });
const standing = (actor: PersonActor) =>
  contextFor(db, actor, start).ask((context) => getSecondFactor(context), null);
const refused = (reason: string) => ({
  code: "invalid_input",
  details: { fields: [{ field: "code", reason }] },
});
const lock = (settings: Partial<typeof defaultLockout>) =>
  contextFor(db, system, start).run(changeLockoutSettings, { ...defaultLockout, ...settings });
const newSessions = (personId: string) =>
  db.signInSession.count({ where: { personId, ticketHash: { not: null } } });

async function ticketOf(name: string, now = start): Promise<string> {
  const outcome = await enter(name, now);
  if (outcome.kind !== "secondFactorRequired") throw new Error(outcome.kind);
  return outcome.ticket;
}

async function mailsOf(username: string) {
  await work(db, start);
  return db.outgoingMail.findMany({
    where: { toAddress: `${username}@example.org` },
    orderBy: { id: "asc" },
  });
}

describe("switching on", () => {
  test("SIG-21 SIG-22 SIG-24 SIG-25 GAP-038 gives a key URI with issuer and account name, as text and as a picture", async () => {
    const organizationId = await createOrganization(db, "Harbour");
    await createPerson(db, { username: "member", organizationId });
    const { actor } = await createPerson(db, { username: "ada" });
    const { secret, keyUri, qrCode } = await begin(actor);
    const parsed = URI.parse(keyUri);
    if (!(parsed instanceof TOTP)) throw new Error("no TOTP");
    expect(keyUri).toMatch(/^otpauth:\/\/totp\/Atrium:ada\?/);
    expect([parsed.issuer, parsed.label, parsed.digits, parsed.period]).toEqual(["Atrium", "ada", 6, 30]);
    expect([parsed.secret.base32, parsed.secret.bytes.length]).toEqual([secret, 20]);
    expect(qrCode).toMatch(/^data:image\/(png|svg\+xml);base64,/);
    expect(await standing(actor)).toEqual({ isOn: false, recoveryCodesLeft: 0 });
  });

  test("SIG-26 SIG-27 only the right code of now switches it on; beginning and leaving leaves it off", async () => {
    await createPerson(db, { username: "ben", password }).then(async ({ actor }) => {
      const { secret } = await begin(actor);
      expect((await enter("ben")).kind).toBe("signedIn");
      const right = codeOf(secret, start);
      const wrong = right === "000000" ? "000001" : "000000";
      const stale = codeOf(secret, later(-120));
      for (const code of [wrong, stale, "", "12345", "abcdef"]) {
        await expect(enable(actor, code)).rejects.toMatchObject(refused("wrongCode"));
      }
      expect(await standing(actor)).toMatchObject({ isOn: false });
      expect((await enter("ben")).kind).toBe("signedIn");
      const { recoveryCodes } = await enable(actor, `${right.slice(0, 3)} ${right.slice(3)}`);
      expect(new Set(recoveryCodes).size).toBe(10);
      expect(await standing(actor)).toEqual({ isOn: true, recoveryCodesLeft: 10 });
      await expect(begin(actor)).rejects.toMatchObject({ details: { reason: "secondFactorOn" } });
    });
  });

  test("SIG-21 members of an organization switch it on as well", async () => {
    const organizationId = await createOrganization(db, "Lighthouse");
    const { actor } = await createPerson(db, { username: "cleo", organizationId });
    await turnOnSecondFactor(db, actor);
    expect(await standing(actor)).toMatchObject({ isOn: true });
  });

  test("SIG-26 nothing is switched on that was not begun, and a secret that was replaced is worth nothing", async () => {
    const { actor } = await createPerson(db, { username: "dan" });
    await expect(enable(actor, "123456")).rejects.toMatchObject({
      details: { reason: "secondFactorNotBegun" },
    });
    const first = await begin(actor);
    const second = await begin(actor);
    await expect(enable(actor, codeOf(first.secret, start))).rejects.toMatchObject(refused("wrongCode"));
    await enable(actor, codeOf(second.secret, start));
    await expect(enable(actor, codeOf(second.secret, start))).rejects.toMatchObject({
      details: { reason: "secondFactorNotBegun" },
    });
  });

  test("GAP-037 GAP-038 neither the secret nor a recovery code can be read in the tables", async () => {
    const { actor } = await createPerson(db, { username: "eva" });
    const { secret, recoveryCodes } = await turnOnSecondFactor(db, actor);
    const { personId } = actor;
    const stored = JSON.stringify([
      await db.secondFactor.findMany({ where: { personId } }),
      await db.recoveryCode.findMany({ where: { personId } }),
      await db.auditEntry.findMany({ where: { targetId: personId } }),
    ]);
    expect(stored).not.toContain(secret);
    for (const code of recoveryCodes) {
      const plain = code.replaceAll("-", "");
      expect(stored).not.toContain(code);
      expect(stored).not.toContain(plain);
      expect(stored).not.toContain(createHash("sha256").update(plain).digest("hex"));
    }
  });
});

describe("a code", () => {
  const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  const step = Math.floor(start.getTime() / 30_000);
  test.each([
    [-60, null],
    [-30, step - 1],
    [0, step],
    [30, step + 1],
    [60, null],
  ])("GAP-038 the code of %i seconds away belongs to step %j", (seconds, expected) => {
    const code = codeOf(secret, later(seconds));
    expect(matchedStep({ secret, code, now: start })).toBe(expected);
  });
});

describe("signing in", () => {
  test("SIG-28 SIG-29 asks for the code after the password, and gives no session without it", async () => {
    const { actor } = await createPerson(db, { username: "finn", password });
    const factor = await turnOnSecondFactor(db, actor);
    const ticket = await ticketOf("finn");
    await expect(prove(ticket, "000000")).rejects.toMatchObject(refused("wrongCode"));
    expect(await newSessions(actor.personId)).toBe(0);
    expect((await prove(ticket, factor.codeAt(start))).kind).toBe("signedIn");
    expect(await newSessions(actor.personId)).toBe(1);
  });

  test("INV-40 the ticket is good for ten minutes, and unknown ones for nothing", async () => {
    const { actor } = await createPerson(db, { username: "gita", password });
    const factor = await turnOnSecondFactor(db, actor);
    const ticket = await ticketOf("gita");
    const gone = { code: "not_found", details: { reason: "ticketNotGood" } };
    await expect(prove(ticket, factor.codeAt(later(601)), later(601))).rejects.toMatchObject(gone);
    await expect(prove("x".repeat(43), factor.codeAt(start))).rejects.toMatchObject(gone);
  });

  test("GAP-038 INV-15 a code is accepted once, also the one that switched it on, and none older than it", async () => {
    const { actor } = await createPerson(db, { username: "hugo", password });
    const { secret } = await begin(actor);
    await enable(actor, codeOf(secret, start));
    const ticket = await ticketOf("hugo");
    await expect(prove(ticket, codeOf(secret, start))).rejects.toMatchObject(refused("codeUsed"));
    await expect(prove(ticket, codeOf(secret, later(-30)))).rejects.toMatchObject(refused("codeUsed"));
    expect((await prove(ticket, codeOf(secret, later(30)))).kind).toBe("signedIn");
  });

  test.each([
    ["hundred-one", true, "one ticket"],
    ["hundred-many", false, "a ticket each"],
  ])(
    "INV-15 INV-14 of 200 parallel posts of the same code exactly one gets a session (%s)",
    async (username, isShared) => {
      await lock({ isEnabled: false });
      const { actor } = await createPerson(db, { username, password });
      const factor = await turnOnSecondFactor(db, actor);
      const tickets = isShared
        ? Array<string>(200).fill(await ticketOf(username))
        : await Promise.all(Array.from({ length: 200 }, () => ticketOf(username)));
      const outcomes = await Promise.allSettled(tickets.map((ticket) => prove(ticket, factor.codeAt(start))));
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await newSessions(actor.personId)).toBe(1);
      await lock({});
    },
  );

  test("GAP-033 SIG-11 INV-12 INV-13 wrong codes count like wrong passwords, and together they lock both steps", async () => {
    const { actor } = await createPerson(db, { username: "ines", password });
    const factor = await turnOnSecondFactor(db, actor);
    await expect(
      contextFor(db, nobody, start).step(signIn, { name: "ines", password: "wrong" }),
    ).rejects.toThrow();
    const ticket = await ticketOf("ines");
    for (let count = 0; count < 4; count += 1) {
      await expect(prove(ticket, "000000")).rejects.toMatchObject(refused("wrongCode"));
    }
    await expect(prove(ticket, factor.codeAt(start))).rejects.toMatchObject({ code: "locked" });
    await expect(prove(ticket, factor.recoveryCodes[0] ?? "")).rejects.toMatchObject({ code: "locked" });
    await expect(enter("ines")).rejects.toMatchObject({ code: "locked" });
    expect(await newSessions(actor.personId)).toBe(0);
    const after = later(16 * 60);
    expect((await prove(await ticketOf("ines", after), factor.codeAt(after), after)).kind).toBe("signedIn");
  });

  test("GAP-033 INV-12 of 200 parallel wrong codes five are looked at; asking for the password again gives no more", async () => {
    const { actor } = await createPerson(db, { username: "jon", password });
    const factor = await turnOnSecondFactor(db, actor);
    const ticket = await ticketOf("jon");
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) => prove(ticket, index < 199 ? "000000" : factor.codeAt(start))),
    );
    const reasons = outcomes.map((outcome) =>
      outcome.status === "rejected" ? outcome.reason.code : "signedIn",
    );
    expect(reasons.filter((code) => code === "invalid_input")).toHaveLength(5);
    expect(reasons.filter((code) => code === "locked")).toHaveLength(195);
    expect(await newSessions(actor.personId)).toBe(0);
  });

  test("SIG-19 GAP-033 the right password between wrong codes does not set the count back", async () => {
    const { actor } = await createPerson(db, { username: "kim", password });
    await turnOnSecondFactor(db, actor);
    for (let count = 0; count < 5; count += 1) {
      await expect(prove(await ticketOf("kim"), "000000")).rejects.toMatchObject(refused("wrongCode"));
    }
    await expect(enter("kim")).rejects.toMatchObject({ code: "locked" });
  });
});

describe("recovery codes", () => {
  test("GAP-037 each signs in once, however it is typed, and the owner is told", async () => {
    const { actor } = await createPerson(db, { username: "lena", password });
    const { recoveryCodes } = await turnOnSecondFactor(db, actor);
    const [first = "", second = ""] = recoveryCodes;
    expect((await prove(await ticketOf("lena"), first)).kind).toBe("signedIn");
    await expect(prove(await ticketOf("lena"), first)).rejects.toMatchObject(refused("wrongCode"));
    const sloppy = ` ${second.toUpperCase().replaceAll("-", " ")} `;
    expect((await prove(await ticketOf("lena"), sloppy)).kind).toBe("signedIn");
    expect(await standing(actor)).toEqual({ isOn: true, recoveryCodesLeft: 8 });
    const kinds = (await mailsOf("lena")).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual([
      "security.recoveryCodeUsed",
      "security.recoveryCodeUsed",
      "security.secondFactorOn",
    ]);
  });

  test("GAP-037 INV-14 of 100 parallel posts of one recovery code, each with a ticket of its own, one gets a session", async () => {
    await lock({ isEnabled: false });
    const { actor } = await createPerson(db, { username: "mia", password });
    const { recoveryCodes } = await turnOnSecondFactor(db, actor);
    const tickets = await Promise.all(Array.from({ length: 100 }, () => ticketOf("mia")));
    const outcomes = await Promise.allSettled(tickets.map((ticket) => prove(ticket, recoveryCodes[0] ?? "")));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await newSessions(actor.personId)).toBe(1);
    await lock({});
  });

  test("GAP-037 new ones replace the old ones, for a code only; nobody else's code helps", async () => {
    const { actor } = await createPerson(db, { username: "nora", password });
    const other = await turnOnSecondFactor(db, (await createPerson(db, { username: "olaf" })).actor);
    const factor = await turnOnSecondFactor(db, actor);
    const renew = (code: string) => contextFor(db, actor, start).step(makeRecoveryCodes, { code });
    await expect(renew("000000")).rejects.toMatchObject(refused("wrongCode"));
    await expect(renew(other.recoveryCodes[0] ?? "")).rejects.toMatchObject(refused("wrongCode"));
    const { recoveryCodes } = await renew(factor.codeAt(start));
    const ticket = await ticketOf("nora");
    await expect(prove(ticket, factor.recoveryCodes[0] ?? "")).rejects.toMatchObject(refused("wrongCode"));
    expect((await prove(ticket, recoveryCodes[9] ?? "")).kind).toBe("signedIn");
  });
});

describe("switching off", () => {
  test("SIG-30 SIG-31 SIG-33 needs the code of now; after that only the password is asked for", async () => {
    const { actor } = await createPerson(db, { username: "pia", password });
    const factor = await turnOnSecondFactor(db, actor);
    expect(await standing(actor)).toMatchObject({ isOn: true });
    await disable(actor, factor.codeAt(start));
    expect(await standing(actor)).toEqual({ isOn: false, recoveryCodesLeft: 0 });
    expect((await enter("pia")).kind).toBe("signedIn");
    expect(await db.recoveryCode.count({ where: { personId: actor.personId } })).toBe(0);
    await expect(disable(actor, factor.codeAt(start))).rejects.toMatchObject({
      details: { reason: "secondFactorOff" },
    });
  });

  test("SIG-32 GAP-033 a wrong code leaves it on and counts, up to the lock", async () => {
    const { actor } = await createPerson(db, { username: "quin", password });
    const factor = await turnOnSecondFactor(db, actor);
    for (let count = 0; count < 5; count += 1) {
      await expect(disable(actor, "000000")).rejects.toMatchObject(refused("wrongCode"));
    }
    await expect(disable(actor, factor.codeAt(start))).rejects.toMatchObject({ code: "locked" });
    expect(await standing(actor)).toMatchObject({ isOn: true });
  });

  test("GAP-037 the server administrator switches it off for whoever lost everything, audited, with a mail in the owner's language", async () => {
    const { actor: admin } = await createPerson(db, { username: "admin", isServerAdmin: true });
    const { actor, person } = await createPerson(db, { username: "rosa", password, locale: "de" });
    await turnOnSecondFactor(db, actor);
    const reset = (by: Actor) =>
      contextFor(db, by, start).run(resetSecondFactor, { personId: actor.personId });
    await expect(reset(actor)).rejects.toMatchObject({ code: "not_found" });
    await reset(admin);
    await reset(admin);
    expect((await enter("rosa")).kind).toBe("signedIn");
    const entries = await db.auditEntry.findMany({
      where: { targetId: person.id, action: "second-factor.reset" },
    });
    expect(entries).toMatchObject([{ actorId: admin.personId }]);
    const mails = (await mailsOf("rosa")).filter(({ kind }) => kind === "security.secondFactorReset");
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe("Die Administration hat Ihren zweiten Faktor ausgeschaltet");
    const unknown = { personId: PersonId.parse("0198c0de-0000-7000-8000-000000000000") };
    await expect(contextFor(db, admin, start).run(resetSecondFactor, unknown)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
