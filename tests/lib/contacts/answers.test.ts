import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  acceptContactRequest,
  acceptContactRequestByLink,
  declineContactRequest,
  declineContactRequestByLink,
} from "#lib/contacts/answers/commands";
import { withdrawContactRequest } from "#lib/contacts/commands";
import { connect, endContact } from "#lib/contacts/connections/commands";
import { contactRequestAccepted, contactRequestSent } from "#lib/contacts/facts";
import { getContactRequestLink } from "#lib/contacts/links/queries";
import { findContact } from "#lib/contacts/lists/queries";
import { canAnswer } from "#lib/contacts/policy";
import { personChannel } from "#lib/shared/fact";
import { ContactRequestId } from "#lib/shared/ids";
import { connectTestDatabase, createPerson, nobody, type TestClient } from "../../support/people.ts";
import {
  as,
  confirmedPerson,
  dayMs,
  facts,
  later,
  mailsTo,
  react,
  type Somebody,
  secretTo,
} from "./house.ts";

let db: TestClient;
let ada: Somebody;
let ben: Somebody;
let cleo: Somebody;

beforeAll(async () => {
  db = await connectTestDatabase();
  ada = await confirmedPerson(db, { username: "ada", locale: "en" });
  ben = await confirmedPerson(db, { username: "ben", locale: "de" });
  cleo = await confirmedPerson(db, { username: "cleo" });
});
beforeEach(async () => {
  await db.contactRequest.deleteMany();
  await db.connection.deleteMany();
  await db.outgoingMail.deleteMany();
  await db.$executeRaw`DELETE FROM pgboss.job`;
});
afterAll(() => db.$disconnect());

const reasonOf = async (refused: Promise<unknown>) => {
  const error = await refused.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  return error instanceof Error ? error.message : undefined;
};
const toBen = async () => (await as(db, ada).send("ben@example.org", "Shall we talk?")).id;
const areContacts = async () => [await as(db, ada).contacts(), await as(db, ben).contacts()];
const byLink = (who: Parameters<typeof as>[1], secret: string) =>
  as(db, who).run(acceptContactRequestByLink, { secret });
const contactsOfAda = { personId: "", name: "Ada Lindqvist" };

describe("who may answer", () => {
  const own = { personId: "b", emailNorm: "ben@example.org", isConfirmed: true };
  const request = { senderId: "a", emailNorm: "ben@example.org" };
  test.each([
    ["the confirmed address", own, request, false, true],
    ["another address", { ...own, emailNorm: "cleo@example.org" }, request, false, false],
    ["another address with the link", { ...own, emailNorm: "cleo@example.org" }, request, true, false],
    ["an address that is not confirmed", { ...own, isConfirmed: false }, request, false, false],
    ["the same with the link of the mail", { ...own, isConfirmed: false }, request, true, true],
    ["the sender, whose address it became", { ...own, personId: "a" }, request, true, false],
  ] as const)("INV-05 INV-09 RFC-30 RFC-44 %s", (_, reader, asked, hasLink, expected) => {
    expect(canAnswer(reader, { request: asked, hasLink })).toBe(expected);
  });
});

describe("accepting", () => {
  test.each(["tab", "link"] as const)(
    "RFC-02 RFC-21 RFC-26 RFC-27 RFC-37 RFC-39 RFC-43 GAP-005 INV-07 INV-08 by the %s makes both contacts of each other at once, with the same answer",
    async (way) => {
      const id = await toBen();
      const contact =
        way === "tab"
          ? await as(db, ben).accept(id)
          : await byLink(ben, await secretTo(db, "ben@example.org"));
      expect(contact).toEqual({ ...contactsOfAda, personId: ada.actor.personId });
      expect(await areContacts()).toEqual([["Ben Okafor"], ["Ada Lindqvist"]]);
      expect(await as(db, ben).received()).toEqual([]);
      expect(await as(db, ada).sent()).toEqual(["ben@example.org connected"]);
      expect(await db.connection.count()).toBe(1);
      expect(await as(db, ben).ask(findContact, { personId: ada.actor.personId })).toMatchObject({
        name: "Ada Lindqvist",
      });
    },
  );

  test("RFC-43 again it changes nothing and gives the same answer, by either way", async () => {
    const id = await toBen();
    const secret = await secretTo(db, "ben@example.org");
    const answers = [await as(db, ben).accept(id), await as(db, ben).accept(id), await byLink(ben, secret)];
    expect(new Set(answers.map(({ name }) => name))).toEqual(new Set(["Ada Lindqvist"]));
    expect((await facts(db)).filter(({ name }) => name === "contact-request.accepted")).toHaveLength(1);
  });

  test("RFC-30 RFC-44 INV-05 GAP-046 nobody else can, neither by the tab nor with the link; nothing is accepted", async () => {
    const id = await toBen();
    const secret = await secretTo(db, "ben@example.org");
    expect(await reasonOf(as(db, cleo).accept(id))).toBe("not_found");
    expect(await reasonOf(as(db, ada).accept(id))).toBe("not_found");
    expect(await reasonOf(as(db, { actor: nobody }).accept(id))).toBe("not_signed_in");
    expect(await reasonOf(byLink(cleo, secret))).toBe("forbidden: contactRequestForOther");
    expect(await reasonOf(byLink(ada, secret))).toBe("forbidden: contactRequestForOther");
    expect(await reasonOf(byLink({ actor: nobody }, secret))).toBe("not_signed_in");
    expect(await areContacts()).toEqual([[], []]);
    expect(await as(db, ben).received()).toEqual(["Ada Lindqvist"]);
  });

  test("INV-05 an address that is not confirmed sees and accepts nothing in the tab; the link of its mail is the confirmation", async () => {
    const eva = await createPerson(db, { username: "eva" });
    const { id } = await as(db, ada).send("eva@example.org");
    expect(await as(db, eva).received()).toEqual([]);
    expect(await reasonOf(as(db, eva).accept(id))).toBe("not_found");
    expect(await reasonOf(as(db, eva).run(declineContactRequest, { contactRequestId: id }))).toBe(
      "not_found",
    );
    await byLink(eva, await secretTo(db, "eva@example.org"));
    expect(await as(db, eva).contacts()).toEqual(["Ada Lindqvist"]);
    await as(db, ben).send("eva@example.org");
    expect(await as(db, eva).received()).toEqual(["Ben Okafor"]);
  });

  test("GAP-051 a request stays with the address it went to; a new address brings its own once it is confirmed", async () => {
    const dan = await confirmedPerson(db, { username: "dan" });
    const { id } = await as(db, ada).send("dan@example.org");
    await as(db, cleo).send("dan.new@example.org");
    const changed = { email: "dan.new@example.org", emailNorm: "dan.new@example.org" };
    await db.person.update({ where: { id: dan.person.id }, data: { ...changed, emailVerifiedAt: null } });
    expect(await as(db, dan).received()).toEqual([]);
    await db.person.update({ where: { id: dan.person.id }, data: { emailVerifiedAt: later(0) } });
    expect(await as(db, dan).received()).toEqual(["Cleo Marchetti"]);
    expect(await reasonOf(as(db, dan).accept(id))).toBe("not_found");
  });

  test("INV-09 nobody accepts a request of the own, also when its address became the own one", async () => {
    const finn = await confirmedPerson(db, { username: "finn" });
    const { id } = await as(db, finn).send("finn.new@example.org");
    const changed = { email: "finn.new@example.org", emailNorm: "finn.new@example.org" };
    await db.person.update({ where: { id: finn.person.id }, data: changed });
    expect(await as(db, finn).received()).toEqual([]);
    expect(await reasonOf(as(db, finn).accept(id))).toBe("not_found");
  });

  test("GAP-044 settles whatever is open between the two in the other direction", async () => {
    await db.person.update({ where: { id: ben.person.id }, data: { emailVerifiedAt: null } });
    await toBen();
    await as(db, ben).send("ada@example.org");
    await db.person.update({ where: { id: ben.person.id }, data: { emailVerifiedAt: later(0) } });
    const ids = await db.contactRequest.findMany({ select: { id: true, senderId: true } });
    const accept = (sender: Somebody, reader: Somebody) => {
      const request = ids.find(({ senderId }) => senderId === sender.person.id);
      return as(db, reader).accept(ContactRequestId.parse(request?.id));
    };
    await Promise.all([accept(ada, ben), accept(ben, ada)]);
    expect(await areContacts()).toEqual([["Ben Okafor"], ["Ada Lindqvist"]]);
    expect((await facts(db)).filter(({ name }) => name === "contact-request.accepted")).toHaveLength(1);
  });
});

describe("declining", () => {
  test.each(["tab", "link"] as const)(
    "RFC-34 RFC-41 GAP-048 by the %s connects nobody, leaves Received, and the sender sees it without a mail; twice is harmless",
    async (way) => {
      const id = await toBen();
      const secret = await secretTo(db, "ben@example.org", "decline");
      for (const _ of [1, 2]) {
        if (way === "tab") await as(db, ben).run(declineContactRequest, { contactRequestId: id });
        else await as(db, { actor: nobody }).run(declineContactRequestByLink, { secret });
      }
      expect(await areContacts()).toEqual([[], []]);
      expect(await as(db, ben).received()).toEqual([]);
      expect(await as(db, ada).sent()).toEqual(["ben@example.org declined"]);
      await react(db);
      expect(await mailsTo(db, "ada@example.org")).toEqual([]);
      expect(await reasonOf(as(db, ben).accept(id))).toBe("conflict: contactRequestDeclined");
      expect(await reasonOf(byLink(ben, secret))).toBe("conflict: contactRequestDeclined");
    },
  );

  test("RFC-44 nobody else declines in the tab", async () => {
    const id = await toBen();
    for (const who of [ada, cleo]) {
      expect(await reasonOf(as(db, who).run(declineContactRequest, { contactRequestId: id }))).toBe(
        "not_found",
      );
    }
  });

  test("GAP-047 by link it is the link that decides, whoever is signed in", async () => {
    await toBen();
    const secret = await secretTo(db, "ben@example.org", "decline");
    await as(db, cleo).run(declineContactRequestByLink, { secret });
    expect(await as(db, ada).sent()).toEqual(["ben@example.org declined"]);
  });
});

describe("the link", () => {
  const read = (secret: string, at?: Date) =>
    as(db, { actor: nobody }, at).ask(getContactRequestLink, { secret });

  test("RFC-19 RFC-22 GAP-047 INV-40 reading it shows what it offers and changes nothing; the table holds no secret", async () => {
    await toBen();
    const secret = await secretTo(db, "ben@example.org");
    expect(await secretTo(db, "ben@example.org", "decline")).toBe(secret);
    for (const _ of [1, 2]) {
      expect(await read(secret)).toEqual({
        state: "open",
        email: "ben@example.org",
        fromName: "Ada Lindqvist",
        organization: null,
        message: "Shall we talk?",
        hasAccount: true,
      });
    }
    expect(JSON.stringify(await db.contactRequest.findMany())).not.toContain(secret);
    expect(JSON.stringify(await facts(db))).not.toContain(secret);
    await as(db, ada).send("kim@example.net");
    expect((await read(await secretTo(db, "kim@example.net"))).hasAccount).toBe(false);
  });

  test("GAP-053 INV-40 RFC, link used again: says what became of the request, and nothing changes", async () => {
    const id = await toBen();
    const secret = await secretTo(db, "ben@example.org");
    expect((await read(secret, later(30 * dayMs))).state).toBe("expired");
    await as(db, ada).run(withdrawContactRequest, { contactRequestId: id });
    expect((await read(secret)).state).toBe("withdrawn");
    expect(await reasonOf(byLink(ben, secret))).toBe("conflict: contactRequestWithdrawn");
    const declined = as(db, { actor: nobody }).run(declineContactRequestByLink, { secret });
    expect(await reasonOf(declined)).toBe("conflict: contactRequestWithdrawn");
    const again = await toBen();
    const other = await secretTo(db, "ben@example.org");
    await as(db, ben).accept(again);
    expect((await read(other)).state).toBe("accepted");
    expect(
      await reasonOf(as(db, { actor: nobody }).run(declineContactRequestByLink, { secret: other })),
    ).toBe("conflict: contactRequestAccepted");
    expect(await areContacts()).toEqual([["Ben Okafor"], ["Ada Lindqvist"]]);
  });

  test("INV-40 an unknown secret opens nothing", async () => {
    const secret = "x".repeat(43);
    expect(await reasonOf(read(secret))).toBe("not_found: contactRequestUnknown");
    expect(await reasonOf(byLink(ben, secret))).toBe("not_found: contactRequestUnknown");
  });
});

describe("ending a contact", () => {
  test.each(["sender", "accepter"] as const)("GAP-052 is open to the %s, for both sides", async (side) => {
    await as(db, ben).accept(await toBen());
    const [one, other] = side === "sender" ? [ada, ben] : [ben, ada];
    for (const _ of [1, 2]) await as(db, one).run(endContact, { personId: other.actor.personId });
    expect(await areContacts()).toEqual([[], []]);
    expect((await facts(db)).filter(({ name }) => name === "contact.ended")).toHaveLength(1);
    const anew = await toBen();
    await as(db, ben).accept(anew);
    expect(await areContacts()).toEqual([["Ben Okafor"], ["Ada Lindqvist"]]);
  });

  test("RFC-44 nobody ends a contact of others; accepting an ended one again says that it is over", async () => {
    const id = await toBen();
    await as(db, ben).accept(id);
    expect(await reasonOf(as(db, cleo).run(endContact, { personId: ada.actor.personId }))).toBe("not_found");
    await as(db, ada).run(endContact, { personId: ben.actor.personId });
    expect(await reasonOf(as(db, ben).accept(id))).toBe("conflict: contactRequestAccepted");
    expect(await areContacts()).toEqual([[], []]);
  });

  test("INV-08 connecting again in any order keeps one row", async () => {
    const people = [ada.actor.personId, ben.actor.personId] as const;
    const ways = Array.from({ length: 20 }, (_, index) =>
      as(db, ada).run(connect, {
        people: index % 2 === 0 ? people : [people[1], people[0]],
        source: "INVITATION",
      }),
    );
    await Promise.all(ways);
    expect(await db.connection.count()).toBe(1);
    await expect(
      db.connection.create({
        data: { personAId: people[0], personBId: people[0], source: "INVITATION", since: later(0) },
      }),
    ).rejects.toThrow();
  });
});

describe("at the same moment", () => {
  test("INV-07 200 acceptances, refusals and withdrawals leave one consistent end", async () => {
    for (let round = 0; round < 3; round += 1) {
      await db.contactRequest.deleteMany();
      await db.connection.deleteMany();
      const id = await toBen();
      const secret = await secretTo(db, "ben@example.org");
      const ways = [
        () => as(db, ben).run(acceptContactRequest, { contactRequestId: id }),
        () => as(db, ben).run(declineContactRequest, { contactRequestId: id }),
        () => as(db, ada).run(withdrawContactRequest, { contactRequestId: id }),
        () => byLink(ben, secret),
        () => as(db, { actor: nobody }).run(declineContactRequestByLink, { secret }),
      ];
      // As many lanes as there are connections: more would only wait for one.
      const lanes = Array.from({ length: 10 }, async (_, lane) => {
        const ends: PromiseSettledResult<unknown>[] = [];
        for (let step = 0; step < 20; step += 1) {
          const way = ways[(lane + step + round) % ways.length];
          ends.push(...(await Promise.allSettled([way?.()])));
        }
        return ends;
      });
      const outcomes = (await Promise.all(lanes)).flat();
      const broken = outcomes.filter(
        (outcome) =>
          outcome.status === "rejected" && !/^conflict: contactRequest/.test(outcome.reason.message),
      );
      expect(broken).toEqual([]);
      const { state } = await db.contactRequest.findUniqueOrThrow({ where: { id } });
      expect(["CONNECTED", "DECLINED", "WITHDRAWN"]).toContain(state);
      expect(await db.connection.count()).toBe(state === "CONNECTED" ? 1 : 0);
      const won = outcomes.filter(({ status }) => status === "fulfilled").length;
      expect(won).toBe(state === "WITHDRAWN" ? 40 : 80);
    }
  }, 60_000);
});

describe("open pages", () => {
  test("RFC-40 RFC-42 both people's pages are told, and the hint says nothing of whoever else is", async () => {
    const id = await toBen();
    await as(db, ben).accept(id);
    const people = [ada.actor.personId, ben.actor.personId];
    for (const kind of [contactRequestSent, contactRequestAccepted]) {
      const fact = (await facts(db)).find(({ name }) => name === kind.name);
      const payload = { contactRequestId: id, sentCount: 1, people };
      expect(fact?.payload).toMatchObject({ people });
      expect(kind.channels(payload)).toEqual(people.map(personChannel));
      expect(kind.hint(payload)).toEqual({});
    }
  });
});
