import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { issueToken } from "#lib/accounts/action-tokens/commands";
import { findToken } from "#lib/accounts/action-tokens/queries";
import {
  cancelEmailChange,
  confirmEmailChange,
  requestEmailChange,
  resendEmailChange,
} from "#lib/accounts/email-change/commands";
import { getEmailChange } from "#lib/accounts/email-change/queries";
import { NewEmail } from "#lib/accounts/email-change/schema";
import { changeAccountSettings } from "#lib/accounts/settings/commands";
import { defaultAccountSettings } from "#lib/accounts/settings/schema";
import { signIn } from "#lib/accounts/sign-in/commands";
import { inTransaction } from "#lib/adapters/database/context";
import type { PersonActor } from "#lib/shared/context";
import { addMinutes } from "#lib/shared/time";
import { reactions } from "#lib/worker/reactions";
import {
  connectTestDatabase,
  contextFor,
  createPerson,
  nobody,
  type PersonWish,
  type TestClient,
} from "../../support/people.ts";

let db: TestClient;
let admin: PersonActor;
const password = "my own long password";
const now = new Date("2026-11-22T10:00:00Z");

beforeAll(async () => {
  db = await connectTestDatabase();
  admin = (await createPerson(db, { username: "admin", isServerAdmin: true })).actor;
});
afterAll(() => db.$disconnect());
beforeEach(() => allow({}));

const allow = (change: Partial<typeof defaultAccountSettings>) =>
  contextFor(db, admin).run(changeAccountSettings, { ...defaultAccountSettings, ...change });
const person = async (username: string, wish: Partial<PersonWish> = {}) =>
  (await createPerson(db, { username, password, ...wish })).actor;
const request = (actor: PersonActor, email: string, oldPassword = password, at = now) =>
  contextFor(db, actor, at).step(requestEmailChange, { email, oldPassword });
const pendingOf = async (actor: PersonActor, at = now) =>
  (await contextFor(db, actor, at).ask(getEmailChange, undefined)).pending;
const confirm = (secret: string, at = now) => contextFor(db, nobody, at).run(confirmEmailChange, { secret });
const emailOf = async (actor: PersonActor) =>
  (await db.person.findUniqueOrThrow({ where: { id: actor.personId } })).email;

/** Lets the worker's reactions run on every change of the person's address that was announced, twice, as may happen. */
async function react(actor: PersonActor, at = now): Promise<void> {
  const facts = await db.$queryRaw<{ name: string; payload: unknown }[]>`
    SELECT data->'payload'->>'name' AS "name", data->'payload'->'payload' AS "payload" FROM pgboss.job
     WHERE data->>'name' = 'fact' AND data->'payload'->>'name' LIKE 'email%'
       AND data->'payload'->'payload'->>'personId' = ${actor.personId} ORDER BY created_on`;
  const system = {
    actor: { kind: "system", reason: "test" },
    now: at,
    locale: "en",
    requestId: "test",
  } as const;
  for (const { name, payload } of [...facts, ...facts]) {
    for (const line of reactions.filter(({ fact }) => fact === name)) {
      for (const run of line.reactions.values()) {
        await inTransaction(system, db, (context) => run(context, payload));
      }
    }
  }
}

const mailsTo = (address: string) =>
  db.outgoingMail.findMany({ where: { toAddress: address }, orderBy: { id: "asc" } });
const kindsTo = async (address: string) =>
  (await mailsTo(address)).map(({ kind }) => kind.replace("account.", ""));

/** The secret of the newest link that was sent to the address. */
async function secretTo(address: string): Promise<string> {
  const secret = /\/confirm-email#([\w-]{43})/.exec((await mailsTo(address)).at(-1)?.text ?? "")?.[1];
  if (!secret) throw new Error(`no link for ${address}`);
  return secret;
}

describe("a new address", () => {
  test("GAP-077 SET-24 becomes the account's own by its link, not before; both addresses are told", async () => {
    const ada = await person("ada");
    expect(await request(ada, "Ada@New.example.org")).toEqual({
      email: "Ada@New.example.org",
      expiresAt: "2026-11-23T10:00:00.000Z",
    });
    expect(await pendingOf(ada)).toMatchObject({ email: "Ada@New.example.org" });
    await react(ada);
    expect(await emailOf(ada)).toBe("ada@example.org");
    expect([await kindsTo("Ada@New.example.org"), await kindsTo("ada@example.org")]).toEqual([
      ["email-link"],
      ["email-asked"],
    ]);
    expect(await confirm(await secretTo("Ada@New.example.org"))).toEqual({ email: "Ada@New.example.org" });
    await react(ada);
    expect([await emailOf(ada), await pendingOf(ada)]).toEqual(["Ada@New.example.org", null]);
    expect(await kindsTo("ada@example.org")).toEqual(["email-asked", "email-changed"]);
    const signingIn = (name: string) => contextFor(db, nobody, now).step(signIn, { name, password });
    expect((await signingIn("ada@new.example.org")).kind).toBe("signedIn");
    await expect(signingIn("ada@example.org")).rejects.toMatchObject({ code: "not_signed_in" });
    const entries = await db.auditEntry.findMany({
      where: { targetId: ada.personId, action: { startsWith: "email" } },
    });
    expect(entries.map(({ action }) => action)).toEqual(["email.change-requested", "email.changed"]);
  });

  test("GAP-077 its mails come in the person's language and name the portal's own address", async () => {
    const ben = await person("ben", { locale: "de" });
    await request(ben, "ben@new.example.org");
    await react(ben);
    const [link] = await mailsTo("ben@new.example.org");
    const [notice] = await mailsTo("ben@example.org");
    expect(link).toMatchObject({ locale: "de", subject: "Bestätigen Sie Ihre neue E-Mail-Adresse" });
    expect(notice?.text).toContain("ben@new.example.org");
    expect(notice?.text).toContain("/settings/profile/email-and-password");
    expect(notice?.text).not.toContain("/confirm-email#");
  });

  test("INV-40 GAP-077 the link works once, for 24 hours, and the newest only", async () => {
    const cleo = await person("cleo");
    await request(cleo, "cleo@first.example.org");
    await react(cleo);
    const first = await secretTo("cleo@first.example.org");
    const tooLate = addMinutes(now, 24 * 60);
    await expect(confirm(first, tooLate)).rejects.toMatchObject({ details: { reason: "emailLinkNotGood" } });
    await request(cleo, "cleo@second.example.org");
    await react(cleo);
    await expect(confirm(first)).rejects.toMatchObject({ details: { reason: "emailLinkNotGood" } });
    const second = await secretTo("cleo@second.example.org");
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => confirm(second)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(confirm("x".repeat(43))).rejects.toMatchObject({ code: "not_found" });
    expect(await emailOf(cleo)).toBe("cleo@second.example.org");
  });

  test("GAP-077 is sent again with a new link, which does not bother the old address, and can be cancelled", async () => {
    const dan = await person("dan");
    await request(dan, "dan@new.example.org");
    await react(dan);
    const first = await secretTo("dan@new.example.org");
    await contextFor(db, dan, now).run(resendEmailChange, undefined);
    await react(dan);
    expect(await kindsTo("dan@new.example.org")).toEqual(["email-link", "email-link"]);
    expect(await kindsTo("dan@example.org")).toEqual(["email-asked"]);
    await expect(confirm(first)).rejects.toMatchObject({ code: "not_found" });
    const second = await secretTo("dan@new.example.org");
    await contextFor(db, dan, now).run(cancelEmailChange, undefined);
    expect(await pendingOf(dan)).toBeNull();
    await expect(confirm(second)).rejects.toMatchObject({ code: "not_found" });
    await expect(contextFor(db, dan, now).run(resendEmailChange, undefined)).rejects.toMatchObject({
      details: { reason: "noEmailChange" },
    });
    expect(await emailOf(dan)).toBe("dan@example.org");
  });

  test("GAP-077 nothing goes out for a change that was cancelled before the worker came to it", async () => {
    const eva = await person("eva");
    await request(eva, "eva@new.example.org");
    await contextFor(db, eva, now).run(cancelEmailChange, undefined);
    await react(eva);
    expect([await kindsTo("eva@new.example.org"), await kindsTo("eva@example.org")]).toEqual([[], []]);
  });

  test("GAP-077 INV-10 somebody else's address is answered alike; its owner gets a notice and no link goes out", async () => {
    const finn = await person("finn");
    const gita = await person("gita", { locale: "de" });
    expect(await request(finn, "GITA@example.org")).toEqual({
      email: "GITA@example.org",
      expiresAt: "2026-11-23T10:00:00.000Z",
    });
    expect(await pendingOf(finn)).toMatchObject({ email: "GITA@example.org" });
    await react(finn);
    expect(await kindsTo("GITA@example.org")).toEqual([]);
    const [notice, ...others] = await mailsTo("gita@example.org");
    expect(notice).toMatchObject({ kind: "account.email-taken", locale: "de" });
    expect(others).toEqual([]);
    expect(notice?.text).not.toMatch(/finn/i);
    expect([await emailOf(finn), await emailOf(gita)]).toEqual(["finn@example.org", "gita@example.org"]);
  });

  test("INV-10 GAP-077 of two who wait for the same address one gets it, the other keeps the own one", async () => {
    const both = await Promise.all([person("hugo"), person("iris")]);
    const secrets: string[] = [];
    for (const actor of both) {
      await request(actor, "same@new.example.org");
      await react(actor);
      secrets.push(await secretTo("same@new.example.org"));
    }
    const outcomes = await Promise.allSettled(secrets.map((secret) => confirm(secret)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = outcomes.find((outcome) => outcome.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "conflict", details: { reason: "emailTakenMeanwhile" } });
    const emails = await Promise.all(both.map(emailOf));
    expect(emails.toSorted()).toEqual([
      expect.stringMatching(/^(hugo|iris)@example\.org$/),
      "same@new.example.org",
    ]);
  });

  test("GAP-029 links that went to the address before open nothing any more", async () => {
    const jon = await person("jon");
    const reset = await contextFor(db, jon, now).run(issueToken, {
      purpose: "RESET_PASSWORD",
      personId: jon.personId,
      email: "jon@example.org",
    });
    await request(jon, "jon@new.example.org");
    await react(jon);
    await confirm(await secretTo("jon@new.example.org"));
    const found = await findToken({ db, now }, { purpose: "RESET_PASSWORD", secret: reset });
    expect(found?.state).toBe("replaced");
  });

  test("GAP-077 a closed account's link opens nothing", async () => {
    const kim = await person("kim");
    await request(kim, "kim@new.example.org");
    await react(kim);
    await db.person.update({ where: { id: kim.personId }, data: { state: "DISABLED" } });
    await expect(confirm(await secretTo("kim@new.example.org"))).rejects.toMatchObject({ code: "not_found" });
    expect(await emailOf(kim)).toBe("kim@example.org");
  });
});

describe("what is refused", () => {
  test("SET-24 SET-25 INV-39 GAP-033 a wrong old password changes nothing, is refused at its field and counts like one at sign-in", async () => {
    const lea = await person("lea");
    for (let count = 0; count < 5; count += 1) {
      await expect(request(lea, "lea@new.example.org", "wrong")).rejects.toMatchObject({
        details: { fields: [{ field: "oldPassword", reason: "wrongOldPassword" }] },
      });
    }
    await expect(request(lea, "lea@new.example.org")).rejects.toMatchObject({ code: "locked" });
    expect(await pendingOf(lea)).toBeNull();
    expect(NewEmail.safeParse({ email: "lea@new.example.org" }).success).toBe(false);
  });

  test("the own address once more, and what is no address", async () => {
    const mia = await person("mia");
    await expect(request(mia, "MIA@example.org")).rejects.toMatchObject({
      details: { fields: [{ field: "email", reason: "sameEmail" }] },
    });
    for (const email of ["", "mia", "mia @example.org", "mia@"]) {
      expect(NewEmail.safeParse({ email, oldPassword: password }).success, email).toBe(false);
    }
  });

  test("SET-22 SET-27 INV-38 all of it where the administrator keeps the address, also a link that is on its way", async () => {
    const noa = await person("noa");
    await request(noa, "noa@new.example.org");
    await react(noa);
    const secret = await secretTo("noa@new.example.org");
    await allow({ mayChangeEmail: false });
    const closed = { code: "forbidden", details: { reason: "emailClosed" } };
    await expect(request(noa, "noa@other.example.org")).rejects.toMatchObject(closed);
    await expect(contextFor(db, noa, now).run(resendEmailChange, undefined)).rejects.toMatchObject(closed);
    await expect(confirm(secret)).rejects.toMatchObject(closed);
    expect(await emailOf(noa)).toBe("noa@example.org");
    await allow({});
    expect(await confirm(secret)).toEqual({ email: "noa@new.example.org" });
  });
});
