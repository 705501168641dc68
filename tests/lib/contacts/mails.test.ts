import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeAccountSettings } from "#lib/accounts/settings/commands";
import { defaultAccountSettings } from "#lib/accounts/settings/schema";
import { inTransaction } from "#lib/adapters/database/context";
import {
  acceptContactRequestByLink,
  declineContactRequestByLink,
  registerByContactRequest,
} from "#lib/contacts/answers/commands";
import { withdrawContactRequest } from "#lib/contacts/commands";
import { getContactRequestLink } from "#lib/contacts/links/queries";
import { connectArrived } from "#lib/contacts/reactions";
import type { Actor } from "#lib/shared/context";
import { PersonId } from "#lib/shared/ids";
import { connectTestDatabase, nobody, signedIn, type TestClient } from "../../support/people.ts";
import { as, confirmedPerson, mailsTo, now, react, type Somebody, secretTo } from "./house.ts";

let db: TestClient;
let ada: Somebody;
let ben: Somebody;
let cleo: Somebody;
const portal: Actor = { kind: "system", reason: "tests" };

beforeAll(async () => {
  db = await connectTestDatabase();
  ada = await confirmedPerson(db, { username: "ada", locale: "de" });
  ben = await confirmedPerson(db, { username: "ben", locale: "en" });
  cleo = await confirmedPerson(db, { username: "cleo" });
});
beforeEach(async () => {
  await db.contactRequest.deleteMany();
  await db.connection.deleteMany();
  await db.outgoingMail.deleteMany();
  await db.accountSettings.deleteMany();
  await db.$executeRaw`DELETE FROM pgboss.job`;
});
afterAll(() => db.$disconnect());

const fields = { firstName: "Kim", lastName: "Karlsson", password: "correct horse battery" };
const guest = () => as(db, { actor: nobody });
const registerBy = (secret: string) => guest().step(registerByContactRequest, { ...fields, secret });

/** The rest of a way in: the activation link was opened and the terms are accepted. */
async function arrive(email: string) {
  const { id } = await db.person.update({
    where: { emailNorm: email.toLowerCase() },
    data: { state: "ACTIVE", emailVerifiedAt: now },
    select: { id: true },
  });
  for (const _ of [1, 2]) {
    await inTransaction({ actor: portal, now, locale: "en", requestId: "test" }, db, (context) =>
      connectArrived(context, { personId: PersonId.parse(id) }),
    );
  }
  return { actor: await signedIn(db, id) };
}

describe("the mail of a request", () => {
  test("RFC-13 RFC-17..20 INV-41 names the sender after a fixed phrase, carries the message and both links, goes out once and from the portal's own sender", async () => {
    await as(db, ada).send("ben@example.org", "Shall we talk?\n<b>Ada</b>");
    await react(db);
    await react(db);
    const mails = await mailsTo(db, "ben@example.org");
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      subject: "You are invited to the Atrium contact list by Ada Lindqvist",
      locale: "en",
      kind: "contact-request.request",
    });
    const { text = "", html = "" } = mails[0] ?? {};
    for (const body of [text, html]) {
      expect(body).toMatch(/\/contact-request\/accept#[\w-]{43}\b/);
      expect(body).toMatch(/\/contact-request\/decline#[\w-]{43}\b/);
    }
    expect(text).toContain("Shall we talk?\n  <b>Ada</b>");
    expect(html).toContain("&lt;b&gt;Ada&lt;/b&gt;");
    expect(html).toMatch(/<a href="[^"]*decline#/);
  });

  test("RFC-09 RFC-20 without a message it has none; an address without an account is written to in the sender's language", async () => {
    await as(db, ada).send("kim@example.net", "");
    await react(db);
    const [mail] = await mailsTo(db, "kim@example.net");
    expect(mail).toMatchObject({
      subject: "Einladung in die Atrium-Kontaktliste von Ada Lindqvist",
      locale: "de",
    });
    expect(mail?.text).not.toContain("Nachricht:");
    expect(mail?.text).toContain("Annehmen: ");
  });
});

describe("the mail about a new connection", () => {
  test("RFC-38 GAP-050 reaches both, names the other one in the reader's language and leads to the contacts; once", async () => {
    const { id } = await as(db, ada).send("ben@example.org");
    await as(db, ben).accept(id);
    await as(db, ben).accept(id);
    await react(db);
    await react(db);
    const about = async (address: string) =>
      (await mailsTo(db, address))
        .filter(({ kind }) => kind === "contact-request.connection")
        .map(({ subject, text }) => [subject, text.includes("/contact-requests?tab=connected")]);
    expect(await about("ben@example.org")).toEqual([["You are now connected with Ada Lindqvist", true]]);
    expect(await about("ada@example.org")).toEqual([["Sie sind jetzt mit Ben Okafor verbunden", true]]);
  });
});

describe("Accept, by who reads the mail", () => {
  const accept = (who: Parameters<typeof as>[1], secret: string) =>
    as(db, who).run(acceptContactRequestByLink, { secret });

  test("no account: RFC-22 RFC-24 RFC-28 RFC-29 RFC-31 registering with the same address and arriving makes them contacts without another step", async () => {
    await as(db, ada).send("Kim@example.net");
    const secret = await secretTo(db, "Kim@example.net");
    expect((await guest().ask(getContactRequestLink, { secret })).hasAccount).toBe(false);
    await registerBy(secret);
    expect(await as(db, ada).contacts()).toEqual([]);
    const kim = await arrive("Kim@example.net");
    expect(await as(db, kim).contacts()).toEqual(["Ada Lindqvist"]);
    expect(await as(db, ada).contacts()).toEqual(["Kim Karlsson"]);
    expect(await as(db, ada).sent()).toEqual(["Kim@example.net connected"]);
    await react(db);
    const kinds = (await mailsTo(db, "Kim@example.net")).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "contact-request.connection")).toHaveLength(1);
  });

  test("an account, signed out: RFC-22 RFC-23 RFC-25 RFC-26 the page offers to sign in, and then the same link connects", async () => {
    await as(db, ada).send("ben@example.org");
    const secret = await secretTo(db, "ben@example.org");
    expect((await guest().ask(getContactRequestLink, { secret })).hasAccount).toBe(true);
    await expect(accept({ actor: nobody }, secret)).rejects.toMatchObject({ code: "not_signed_in" });
    expect(await accept(ben, secret)).toMatchObject({ name: "Ada Lindqvist" });
    expect(await as(db, ben).contacts()).toEqual(["Ada Lindqvist"]);
  });

  test("signed in as the addressee: GAP-045 connects at once", async () => {
    await as(db, ada).send("ben@example.org");
    await accept(ben, await secretTo(db, "ben@example.org"));
    expect(await as(db, ada).contacts()).toEqual(["Ben Okafor"]);
  });

  test("signed in as somebody else: GAP-046 nothing is accepted", async () => {
    await as(db, ada).send("ben@example.org");
    const secret = await secretTo(db, "ben@example.org");
    await expect(accept(cleo, secret)).rejects.toMatchObject({
      code: "forbidden",
      details: { reason: "contactRequestForOther" },
    });
    expect(await as(db, cleo).contacts()).toEqual([]);
  });
});

describe("Decline, by who reads the mail", () => {
  test.each([
    ["no account", "lea@example.net", () => ({ actor: nobody })],
    ["an account, signed out", "ben@example.org", () => ({ actor: nobody })],
    ["signed in as the addressee", "ben@example.org", () => ben],
    ["signed in as somebody else", "ben@example.org", () => cleo],
  ] as const)("%s: RFC-34 GAP-047 the link decides, and nobody is connected", async (_, email, who) => {
    await as(db, ada).send(email);
    const secret = await secretTo(db, email, "decline");
    await as(db, who()).run(declineContactRequestByLink, { secret });
    expect(await as(db, ada).sent()).toEqual([`${email} declined`]);
    expect(await db.connection.count()).toBe(0);
  });
});

describe("arriving", () => {
  test("RFC-31 RFC-42 a request of which nobody pressed Accept waits under Received for whoever confirms the address", async () => {
    await as(db, ada).send("lou@example.net");
    await db.person.create({
      data: {
        ...{ username: "lou", email: "lou@example.net", emailNorm: "lou@example.net" },
        ...{ firstName: "Lou", lastName: "Lund", state: "WAITING_EMAIL" },
      },
    });
    const lou = await arrive("lou@example.net");
    expect(await as(db, lou).contacts()).toEqual([]);
    expect(await as(db, lou).received()).toEqual(["Ada Lindqvist"]);
  });

  test("RFC-30 an account with another address is not connected", async () => {
    await as(db, ada).send("mia@example.net");
    await registerBy(await secretTo(db, "mia@example.net"));
    await db.person.update({
      where: { emailNorm: "mia@example.net" },
      data: { email: "mia.else@example.net", emailNorm: "mia.else@example.net" },
    });
    const mia = await arrive("mia.else@example.net");
    expect(await as(db, mia).contacts()).toEqual([]);
    expect(await as(db, mia).received()).toEqual([]);
  });

  test("GAP-052 what was withdrawn meanwhile connects nobody", async () => {
    const { id } = await as(db, ada).send("noa@example.net");
    await registerBy(await secretTo(db, "noa@example.net"));
    await as(db, ada).run(withdrawContactRequest, { contactRequestId: id });
    const noa = await arrive("noa@example.net");
    expect(await as(db, noa).contacts()).toEqual([]);
    expect(await as(db, ada).sent()).toEqual(["noa@example.net withdrawn"]);
  });

  test("RFC-31 all requests that were accepted by link become contacts, each once", async () => {
    for (const sender of [ada, ben, cleo]) {
      await as(db, sender).send("ole@example.net");
      await registerBy(await secretTo(db, "ole@example.net"));
    }
    const ole = await arrive("ole@example.net");
    expect(await as(db, ole).contacts()).toEqual(["Ada Lindqvist", "Cleo Marchetti", "Ben Okafor"]);
  });
});

describe("registering by the link", () => {
  const set = (registrationMode: "INVITED" | "CLOSED") =>
    as(db, { actor: portal }).run(changeAccountSettings, { ...defaultAccountSettings, registrationMode });

  test("GAP-030 works with an invitation only, and not when registration is closed; a refusal leaves no trace", async () => {
    await as(db, ada).send("pia@example.net");
    const secret = await secretTo(db, "pia@example.net");
    await set("CLOSED");
    await expect(registerBy(secret)).rejects.toMatchObject({ code: "forbidden" });
    await set("INVITED");
    const weak = guest().step(registerByContactRequest, { ...fields, secret, password: "pia@example.net" });
    await expect(weak).rejects.toMatchObject({ code: "invalid_input" });
    expect(await db.contactRequest.findMany({ select: { acceptsOnArrival: true } })).toEqual([
      { acceptsOnArrival: false },
    ]);
    await registerBy(secret);
    expect(await db.person.count({ where: { emailNorm: "pia@example.net", state: "WAITING_EMAIL" } })).toBe(
      1,
    );
  });

  test("GAP-053 INV-40 not for a request that is closed, and not without a secret that was mailed", async () => {
    const { id } = await as(db, ada).send("quin@example.net");
    const secret = await secretTo(db, "quin@example.net");
    await as(db, ada).run(withdrawContactRequest, { contactRequestId: id });
    await expect(registerBy(secret)).rejects.toMatchObject({
      details: { reason: "contactRequestWithdrawn" },
    });
    await expect(registerBy("x".repeat(43))).rejects.toMatchObject({ code: "not_found" });
    expect(await db.person.count({ where: { emailNorm: "quin@example.net" } })).toBe(0);
  });
});
