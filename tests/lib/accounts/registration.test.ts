import { createHook } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  activateAccount,
  forgetUnactivated,
  register,
  registerAccount,
  renewActivation,
  resendActivation,
} from "#lib/accounts/registration/commands";
import { findFreeUsername } from "#lib/accounts/registration/queries";
import { RegistrationInput } from "#lib/accounts/registration/schema";
import { changeAccountSettings } from "#lib/accounts/settings/commands";
import { type AccountSettings, defaultAccountSettings } from "#lib/accounts/settings/schema";
import { inTransaction } from "#lib/adapters/database/context";
import { hashPassword, verifyPassword } from "#lib/adapters/password-hash/argon2";
import { registerOrganization } from "#lib/organizations/registration/commands";
import type { Actor, RequestContext } from "#lib/shared/context";
import { reactions } from "#lib/worker/reactions";
import {
  connectTestDatabase,
  contextFor,
  createPerson,
  nobody,
  signedIn,
  type TestClient,
} from "../../support/people.ts";

let db: TestClient;
const start = new Date("2026-11-22T10:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const day = 24 * 60;
const password = "a-long-enough-password";
const system: Actor = { kind: "system", reason: "test" };

beforeAll(async () => {
  db = await connectTestDatabase();
});
afterEach(() => setSettings({}));
afterAll(() => db.$disconnect());

const setSettings = (wish: Partial<AccountSettings>) =>
  contextFor(db, system, start).run(changeAccountSettings, { ...defaultAccountSettings, ...wish });

/** Names that no other test has, so that each has its own user names and mails. */
function somebody(wish: Partial<RegistrationInput> = {}): RegistrationInput {
  const tag = randomUUID().replaceAll("-", "").slice(0, 12);
  const names = { firstName: "Nora", lastName: `Q${tag}` };
  return { ...names, email: `nora.${tag}@example.org`, password, ...wish };
}

const registerAs = (input: RegistrationInput, now = start) =>
  contextFor(db, nobody, now).step(registerAccount, input);
const findPerson = (email: string) =>
  db.person.findUnique({ where: { emailNorm: email.toLowerCase() }, include: { membership: true } });
const getPerson = (email: string) =>
  db.person.findUniqueOrThrow({ where: { emailNorm: email.toLowerCase() }, include: { membership: true } });
const mailsTo = (email: string) =>
  db.outgoingMail.findMany({ where: { toAddress: email }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });

type Fact = { readonly name: string; readonly payload: unknown };

/** Lets the worker do what is waiting, each job twice: "at least once" is all it promises. */
async function work(now = start): Promise<void> {
  const facts = await db.$queryRaw<Fact[]>`
    DELETE FROM pgboss.job WHERE data->>'name' = 'fact'
    RETURNING data->'payload'->>'name' AS "name", data->'payload'->'payload' AS "payload"`;
  const request: RequestContext = { actor: system, now, locale: "en", requestId: "test" };
  for (const { name, payload } of [...facts, ...facts]) {
    for (const { fact, reactions: all } of reactions) {
      if (fact !== name) continue;
      for (const run of all.values()) await inTransaction(request, db, (context) => run(context, payload));
    }
  }
}

/** The secret behind the # of the newest activation mail. */
async function secretOf(email: string): Promise<string> {
  const mail = (await mailsTo(email)).findLast(({ kind }) => kind === "account.activation");
  const [, secret] = /\/activate#([\w-]+)/.exec(mail?.text ?? "") ?? [];
  if (!secret) throw new Error(`no activation mail to ${email}`);
  return secret;
}

/** How many password hashes were started meanwhile: each is work for another thread, of a kind that has no name. */
async function hashesIn(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const hook = createHook({
    init: (_, type) => {
      if (type === "undefined") count += 1;
    },
  }).enable();
  await work();
  hook.disable();
  return count;
}

const activate = (secret: string, now = start, actor: Actor = nobody) =>
  contextFor(db, actor, now).run(activateAccount, { secret });

describe("registering", () => {
  test("ACC-01 ACC-09 GAP-002 makes an account that waits for its e-mail link", async () => {
    const input = somebody({ timeZone: "Asia/Kathmandu", locale: "de", email: "Nora.Case@Example.org" });
    expect(await registerAs(input)).toBeUndefined();
    const person = await getPerson(input.email);
    expect(person).toMatchObject({
      state: "WAITING_EMAIL",
      email: "Nora.Case@Example.org",
      emailNorm: "nora.case@example.org",
      emailVerifiedAt: null,
      timeZone: "Asia/Kathmandu",
      locale: "de",
      isServerAdmin: false,
      mustChangePassword: false,
      membership: null,
    });
    expect(await verifyPassword(person.passwordHash, password)).toBe(true);
  });

  test("ACC-05 GAP-022 input without a required field, or with anything else in it, is refused", () => {
    const { firstName, lastName, email } = somebody();
    const whole = { firstName, lastName, email, password };
    expect(RegistrationInput.safeParse(whole).success).toBe(true);
    for (const name of ["firstName", "lastName", "email", "password"]) {
      for (const missing of [
        { ...whole, [name]: "" },
        { ...whole, [name]: undefined },
      ]) {
        expect(RegistrationInput.safeParse(missing).success, name).toBe(false);
      }
    }
    for (const more of [{ isServerAdmin: true }, { username: "root" }, { state: "ACTIVE" }]) {
      expect(RegistrationInput.safeParse({ ...whole, ...more }).success).toBe(false);
    }
  });

  test("ACC-06 ACC-08 GAP-023 proposes a user name of both names and gives the next free one", async () => {
    const names = { firstName: "Zoë", lastName: "Łęcka-Groß" };
    const ask = () => contextFor(db, nobody).ask(findFreeUsername, names);
    expect(await ask()).toEqual({ username: "zoe.leckagross" });
    const first = somebody(names);
    await registerAs(first);
    expect(await ask()).toEqual({ username: "zoe.leckagross2" });
    const second = somebody(names);
    await registerAs(second);
    expect((await getPerson(first.email)).username).toBe("zoe.leckagross");
    expect((await getPerson(second.email)).username).toBe("zoe.leckagross2");
  });

  test("ACC-08 INV-10 GAP-023 of many who register the same names at once each gets a user name", async () => {
    const people = Array.from({ length: 30 }, () => somebody({ firstName: "Same", lastName: "Name" }));
    await Promise.all(people.map((person) => registerAs(person)));
    const names = await db.person.findMany({
      where: { username: { startsWith: "same.name" } },
      select: { username: true },
    });
    expect(new Set(names.map(({ username }) => username))).toEqual(
      new Set(["same.name", ...Array.from({ length: 29 }, (_, index) => `same.name${index + 2}`)]),
    );
  });

  test("GAP-025 the password has the length that the administrator set, and is not the name or address", async () => {
    await setSettings({ minPasswordLength: 14 });
    const input = somebody();
    const { username } = await contextFor(db, nobody).ask(findFreeUsername, input);
    const refused: readonly (readonly [string, object])[] = [
      ["thirteen-long", { field: "password", reason: "tooShort", values: { min: 14 } }],
      [input.email.toUpperCase(), { field: "password", reason: "passwordIsName" }],
      [username, { field: "password", reason: "passwordIsName" }],
    ];
    for (const [bad, field] of refused) {
      await expect(registerAs({ ...input, password: bad })).rejects.toMatchObject({
        code: "invalid_input",
        details: { fields: [field] },
      });
    }
    expect(await findPerson(input.email)).toBeNull();
    await registerAs({ ...input, password: "fourteen-long." });
    const { passwordHash } = await getPerson(input.email);
    expect(passwordHash).toMatch(/^\$argon2id\$/);
  });

  test("GAP-030 is refused unless it is open; with an invitation it works when invitations are asked for", async () => {
    const expectations = [
      ["OPEN", false, undefined],
      ["OPEN", true, undefined],
      ["INVITED", false, "registrationByInvitation"],
      ["INVITED", true, undefined],
      ["CLOSED", false, "registrationClosed"],
      ["CLOSED", true, "registrationClosed"],
    ] as const;
    for (const [registrationMode, isInvited, reason] of expectations) {
      await setSettings({ registrationMode });
      const input = somebody();
      const trial = contextFor(db, nobody, start).step(
        (context, tried: RegistrationInput) => register(context, tried, { isInvited }),
        input,
      );
      if (reason) await expect(trial).rejects.toMatchObject({ code: "forbidden", details: { reason } });
      else await trial;
      expect((await findPerson(input.email)) === null).toBe(reason !== undefined);
    }
  });
});

describe("an organization", () => {
  const organizationOf = (input: RegistrationInput) => ({
    ...input,
    organizationName: `House of ${input.lastName}`,
    website: "https://house.example",
    vatNumber: "DE123",
  });
  const found = (input: RegistrationInput) =>
    contextFor(db, nobody, start).step(registerOrganization, organizationOf(input));

  test("ACC-07 ACC-24 ACC-25 is made together with its manager, who activates like anybody", async () => {
    const input = somebody();
    expect(await found(input)).toBeUndefined();
    const person = await getPerson(input.email);
    expect(person).toMatchObject({
      state: "WAITING_EMAIL",
      isServerAdmin: false,
      membership: { role: "ADMIN" },
    });
    expect(person.username).toBe(`nora.${input.lastName.toLowerCase()}`);
    const organization = await db.organization.findUniqueOrThrow({
      where: { id: person.membership?.organizationId },
    });
    expect(organization).toMatchObject({
      name: `House of ${input.lastName}`,
      website: "https://house.example",
      vatNumber: "DE123",
    });
    await work();
    expect((await mailsTo(input.email)).map(({ kind }) => kind)).toEqual(["account.activation"]);
    expect(await activate(await secretOf(input.email))).toMatchObject({ state: "activated" });
  });

  test("ACC-25 GAP-024 with an address in use there is neither account nor organization", async () => {
    const input = somebody();
    await registerAs(input);
    await found(input);
    expect(await db.organization.count({ where: { name: `House of ${input.lastName}` } })).toBe(0);
    expect((await getPerson(input.email)).membership).toBeNull();
  });

  test("GAP-030 is not registered when registration needs an invitation", async () => {
    await setSettings({ registrationMode: "INVITED" });
    const input = somebody();
    await expect(found(input)).rejects.toMatchObject({ code: "forbidden" });
    expect(await db.organization.count({ where: { name: `House of ${input.lastName}` } })).toBe(0);
  });
});

describe("an address in use", () => {
  test("GAP-024 INV-10 fifty at once make one account and one mail", async () => {
    const input = somebody();
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        registerAs({ ...input, email: index % 2 ? input.email.toUpperCase() : input.email }),
      ),
    );
    expect(await db.person.count({ where: { emailNorm: input.email } })).toBe(1);
    await work();
    const { email } = await getPerson(input.email);
    expect((await mailsTo(email)).map(({ kind }) => kind)).toEqual(["account.activation"]);
  });

  test("GAP-024 gets the same answer, nothing of the account changes, and its owner is told once an hour", async () => {
    const { person } = await createPerson(db, { username: "owner.of.it", password });
    const again = somebody({ email: "Owner.Of.It@example.org", password: "another-password-1" });
    expect(await registerAs(again)).toBe(await registerAs(somebody()));
    const { updatedAt: _, ...before } = person;
    expect(await getPerson(again.email)).toMatchObject(before);
    await work();
    await registerAs(again, later(30));
    await work(later(30));
    const mails = await mailsTo(person.email);
    expect(mails.map(({ kind, subject }) => [kind, subject])).toEqual([
      ["account.exists", "You have an account on Atrium"],
    ]);
    for (const part of ["/sign-in", "/forgot-password", "owner.of.it"])
      expect(mails[0]?.text).toContain(part);
    await registerAs(again, later(61));
    await work(later(61));
    expect(await mailsTo(person.email)).toHaveLength(2);
  });

  test("GAP-024 R17 goes the same way: too short a password is refused, and one is hashed, for both", async () => {
    await createPerson(db, { username: "taken.already", password });
    for (const email of ["taken.already@example.org", "not.taken@example.org"]) {
      await expect(registerAs(somebody({ email, password: "short" }))).rejects.toMatchObject({
        details: { fields: [{ field: "password", reason: "tooShort" }] },
      });
    }
    expect(await hashesIn(() => hashPassword(password)), "the count sees a hash").toBe(1);
    expect(await hashesIn(() => registerAs(somebody({ email: "not.taken@example.org" })))).toBe(1);
    expect(await hashesIn(() => registerAs(somebody({ email: "taken.already@example.org" })))).toBe(1);
  });

  test("GAP-024 GAP-026 whoever has not activated yet gets a fresh link, at most once an hour", async () => {
    const input = somebody();
    await registerAs(input);
    await work();
    const first = await secretOf(input.email);
    await registerAs(input, later(10));
    await work(later(10));
    expect(await mailsTo(input.email)).toHaveLength(1);
    await registerAs(input, later(61));
    await work(later(61));
    expect((await mailsTo(input.email)).map(({ kind }) => kind)).toEqual([
      "account.activation",
      "account.activation",
    ]);
    expect(await activate(first, later(62))).toMatchObject({ state: "expired" });
    expect(await activate(await secretOf(input.email), later(62))).toMatchObject({ state: "activated" });
  });
});

describe("the activation mail", () => {
  test("ACC-08 ACC-13 ACC-14 ACC-15 goes out once, with the user name and one link", async () => {
    const input = somebody({ locale: "en" });
    await registerAs(input);
    await work();
    await work();
    const mails = await mailsTo(input.email);
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail?.subject).toMatch(/^Account activation on Atrium/);
    expect(mail?.text).toContain((await getPerson(input.email)).username);
    expect(mail?.text.match(/https?:\/\/\S+/g)).toHaveLength(1);
    const targets = [...(mail?.html ?? "").matchAll(/href="([^"]+)"/g)].map(([, target]) => target);
    expect(targets).toHaveLength(1);
    expect(targets[0]).toMatch(/\/activate#[\w-]{40,}$/);
  });

  test("THM-06 speaks the language of whoever registered", async () => {
    const input = somebody({ locale: "de" });
    await registerAs(input);
    await work();
    const [mail] = await mailsTo(input.email);
    expect(mail).toMatchObject({ locale: "de", subject: "Kontoaktivierung auf Atrium" });
  });

  test("INV-40 only the hash of its secret is stored", async () => {
    const input = somebody();
    await registerAs(input);
    await work();
    const secret = await secretOf(input.email);
    const { id } = await getPerson(input.email);
    const tokens = await db.actionToken.findMany({ where: { personId: id } });
    expect(tokens).toMatchObject([{ purpose: "ACTIVATE", email: input.email, usedAt: null }]);
    expect(tokens[0]?.expiresAt).toEqual(later(2 * day));
    expect(JSON.stringify(tokens)).not.toContain(secret);
  });

  test("GAP-027 comes again when asked for, and makes the earlier link invalid", async () => {
    const input = somebody();
    await registerAs(input);
    await work();
    const first = await secretOf(input.email);
    const resend = (email: string, now: Date) => contextFor(db, nobody, now).run(resendActivation, { email });
    expect(await resend(input.email.toUpperCase(), later(5))).toBeUndefined();
    await work(later(5));
    expect(await mailsTo(input.email)).toHaveLength(2);
    expect(await activate(first, later(6))).toMatchObject({ state: "expired" });
    expect(await activate(await secretOf(input.email), later(6))).toMatchObject({ state: "activated" });
  });

  test("GAP-024 GAP-027 asking again answers alike and mails nobody who has nothing to activate", async () => {
    const { person } = await createPerson(db, { username: "active.one" });
    const waiting = await createPerson(db, { username: "terms.next", state: "WAITING_TERMS" });
    const addresses = [person.email, waiting.person.email, "nobody.there@example.org"];
    for (const email of addresses) {
      expect(await contextFor(db, nobody, start).run(resendActivation, { email })).toBeUndefined();
    }
    await work();
    for (const email of addresses) expect(await mailsTo(email)).toEqual([]);
  });
});

describe("the activation link", () => {
  async function registered(): Promise<{ email: string; secret: string }> {
    const { email, ...input } = somebody();
    await registerAs({ ...input, email });
    await work();
    return { email, secret: await secretOf(email) };
  }

  test("ACC-16 ACC-17 GAP-002 confirms the address and makes no session", async () => {
    const { email, secret } = await registered();
    expect(await activate(secret, later(60))).toEqual({ state: "activated", isOtherSignedIn: false });
    const person = await getPerson(email);
    expect(person).toMatchObject({ state: "WAITING_TERMS", emailVerifiedAt: later(60) });
    expect(await db.signInSession.count({ where: { personId: person.id } })).toBe(0);
  });

  test("GAP-026 INV-40 opened again it says that the account is active, and changes nothing", async () => {
    const { email, secret } = await registered();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => activate(secret, later(1))));
    expect(outcomes.filter(({ state }) => state === "activated")).toHaveLength(1);
    const before = await getPerson(email);
    expect(await activate(secret, later(5 * day))).toMatchObject({ state: "alreadyActive" });
    expect(await getPerson(email)).toEqual(before);
  });

  test("GAP-026 works for 48 hours; an older one says so and sends a new one", async () => {
    const { email, secret } = await registered();
    expect(await activate(secret, later(2 * day))).toMatchObject({ state: "expired" });
    expect((await getPerson(email)).state).toBe("WAITING_EMAIL");
    await contextFor(db, nobody, later(2 * day)).run(renewActivation, { secret });
    await work(later(2 * day));
    expect(await mailsTo(email)).toHaveLength(2);
    expect(await activate(await secretOf(email), later(4 * day - 1))).toMatchObject({ state: "activated" });
  });

  test("INV-40 an invented one, or one for something else, is not found", async () => {
    const { email, secret } = await registered();
    await expect(activate("x".repeat(43))).rejects.toMatchObject({
      code: "not_found",
      details: { reason: "activationLinkUnknown" },
    });
    await db.actionToken.updateMany({
      where: { person: { email } },
      data: { purpose: "RESET_PASSWORD" },
    });
    await expect(activate(secret)).rejects.toMatchObject({ code: "not_found" });
    expect((await getPerson(email)).state).toBe("WAITING_EMAIL");
    await expect(
      contextFor(db, nobody, start).run(renewActivation, { secret: "x".repeat(43) }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  test("GAP-026 opened by somebody who is signed in with another account leaves that session alone", async () => {
    const { email, secret } = await registered();
    const { actor } = await createPerson(db, { username: `other.${randomUUID().slice(0, 8)}` });
    expect(await activate(secret, start, actor)).toEqual({ state: "activated", isOtherSignedIn: true });
    expect((await getPerson(email)).state).toBe("WAITING_TERMS");
    const session = await db.signInSession.findUniqueOrThrow({ where: { id: actor.sessionId } });
    expect(session).toMatchObject({ personId: actor.personId, revokedAt: null });
    const { id } = await getPerson(email);
    const own = await signedIn(db, id);
    expect(await activate(secret, start, own)).toEqual({ state: "alreadyActive", isOtherSignedIn: false });
  });
});

describe("what nobody activates", () => {
  test("INV-10 INV-46 is forgotten after a month, so that the address can be used again", async () => {
    const old = somebody();
    await registerAs(old);
    const { id } = await getPerson(old.email);
    await contextFor(db, system, later(29 * day)).run(forgetUnactivated, undefined);
    expect(await findPerson(old.email)).not.toBeNull();
    await contextFor(db, system, later(31 * day)).run(forgetUnactivated, undefined);
    expect(await findPerson(old.email)).toBeNull();
    expect(await db.auditEntry.count({ where: { targetId: id, action: "account.forgotten" } })).toBe(1);
    await registerAs(old, later(31 * day));
    expect(await findPerson(old.email)).not.toBeNull();
  });

  test("GAP-026 is kept while a link is open, and so is everybody who ever activated", async () => {
    const [asked, active] = [somebody(), somebody()];
    await registerAs(asked);
    await registerAs(active);
    await work();
    await activate(await secretOf(active.email));
    const evening = later(30 * day - 60);
    await contextFor(db, nobody, evening).run(resendActivation, { email: asked.email });
    await work(evening);
    await contextFor(db, system, later(31 * day)).run(forgetUnactivated, undefined);
    expect(await findPerson(asked.email)).not.toBeNull();
    await contextFor(db, system, later(33 * day)).run(forgetUnactivated, undefined);
    expect(await findPerson(asked.email)).toBeNull();
    expect((await getPerson(active.email)).state).toBe("WAITING_TERMS");
  });
});
