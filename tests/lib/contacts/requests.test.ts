import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeAccountSettings } from "#lib/accounts/settings/commands";
import { defaultAccountSettings } from "#lib/accounts/settings/schema";
import { declineContactRequest } from "#lib/contacts/answers/commands";
import { expireContactRequests, resendContactRequest, withdrawContactRequest } from "#lib/contacts/commands";
import { endContact } from "#lib/contacts/connections/commands";
import { getContactCounts, getSentRequest, listSentRequests } from "#lib/contacts/lists/queries";
import { ContactRequestDraft } from "#lib/contacts/schema";
import type { Actor } from "#lib/shared/context";
import { connectTestDatabase, createPerson, nobody, type TestClient } from "../../support/people.ts";
import {
  as,
  confirmedPerson,
  dayMs,
  facts,
  later,
  mailsTo,
  minuteMs,
  now,
  react,
  type Somebody,
} from "./house.ts";

let db: TestClient;
let ada: Somebody;
let ben: Somebody;
let cleo: Somebody;
const portal: Actor = { kind: "system", reason: "tests" };

beforeAll(async () => {
  db = await connectTestDatabase();
  ada = await confirmedPerson(db, { username: "ada", locale: "en" });
  ben = await confirmedPerson(db, { username: "ben", locale: "de" });
  cleo = await confirmedPerson(db, { username: "cleo" });
});
beforeEach(async () => {
  await db.contactRequest.deleteMany();
  await db.connection.deleteMany();
  await db.accountSettings.deleteMany();
});
afterAll(() => db.$disconnect());

const reasonOf = async (refused: Promise<unknown>) => {
  const error = await refused.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  return error instanceof Error ? error.message : undefined;
};
const atEmail = (reason: string) => ({ details: { fields: [{ field: "email", reason }] } });

describe("the draft of a request", () => {
  test.each([
    [" kim@example.net", "blankInEmail"],
    ["kim@example.net ", "blankInEmail"],
    ["kim karlsson@example.net", "blankInEmail"],
    ["kim\u00a0@example.net", "blankInEmail"],
    ["kim@example.net\n", "blankInEmail"],
  ])("RFC-10 GAP-042 refuses the blank in %j at the field", (email, reason) => {
    const { error } = ContactRequestDraft.safeParse({ email });
    expect(error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([["email", reason]]);
  });

  test.each(["", "kim", "kim@", "@example.net", "kim@example", "kim@@example.net", "kim,ben@example.net"])(
    "RFC-07 RFC-11 refuses %j, which is no address, at the field",
    (email) => {
      const { error } = ContactRequestDraft.safeParse({ email });
      expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["email"]);
    },
  );

  test("RFC-09 takes the sender's own text, also none, and at most 1,000 characters", () => {
    const email = "kim@example.net";
    expect(ContactRequestDraft.parse({ email, message: "My own\r\nwords" }).message).toBe("My own\nwords");
    expect(ContactRequestDraft.parse({ email }).message).toBe("");
    expect(ContactRequestDraft.safeParse({ email, message: "x".repeat(1_001) }).success).toBe(false);
  });
});

describe("sending", () => {
  test("RFC-01 RFC-12..15 ACC-33 an individual account and a member ask anybody, and the request is listed under Sent with its details", async () => {
    const { id: organizationId } = await db.organization.create({ data: { name: "House" } });
    const dan = await confirmedPerson(db, { username: "dan", organizationId });
    for (const sender of [ada, dan]) {
      const sent = await as(db, sender).send("Kim@Example.net", "Shall we talk?");
      expect(sent).toMatchObject({
        email: "Kim@Example.net",
        message: "Shall we talk?",
        state: "pending",
        sentAt: now.toISOString(),
        person: null,
      });
      expect(await as(db, sender).sent()).toEqual(["Kim@Example.net pending"]);
    }
    await react(db);
    expect(await mailsTo(db, "Kim@Example.net")).toHaveLength(2);
  });

  test("RFC-31 RFC-42 GAP-024 the answer does not tell whether the address has an account; an account sees it under Received, without opening a mail", async () => {
    const toAccount = await as(db, ada).send("ben@example.org");
    const toNobody = await as(db, ada).send("kim@example.net");
    const blank = { id: "", email: "" };
    expect({ ...toAccount, ...blank }).toEqual({ ...toNobody, ...blank });
    expect(await as(db, ben).received()).toEqual(["Ada Lindqvist"]);
    // Nor does a search for the name of whoever has the address.
    expect(await as(db, ada).sent("Okafor")).toEqual([]);
    const hints = (await facts(db)).filter(({ name }) => name === "contact-request.sent");
    expect(hints.length).toBeGreaterThan(0);
  });

  test("GAP-043 INV-09 refuses the own address and a contact's at the field; nothing is stored", async () => {
    await expect(as(db, ada).send("ADA@example.org")).rejects.toMatchObject(atEmail("ownAddress"));
    const { id } = await as(db, ada).send("ben@example.org");
    await as(db, ben).accept(id);
    await expect(as(db, ada).send("BEN@example.org")).rejects.toMatchObject(atEmail("alreadyContact"));
    await expect(as(db, ben).send("ada@example.org")).rejects.toMatchObject(atEmail("alreadyContact"));
    expect(await db.contactRequest.count()).toBe(1);
  });

  test("GAP-043 INV-06 a second request to an address with an open one is refused and names it; of parallel ones one is stored", async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => as(db, ada).send("kim@example.net")),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [stored] = await db.contactRequest.findMany();
    await expect(as(db, ada).send("KIM@example.net")).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "contactRequestOpen", values: { contactRequestId: stored?.id } },
    });
    expect(await db.contactRequest.count()).toBe(1);
  });

  test("GAP-044 when the other one asked first, the sender is told and offered that request, also when both ask at once", async () => {
    const { id } = await as(db, ben).send("ada@example.org");
    await expect(as(db, ada).send("ben@example.org")).rejects.toMatchObject({
      code: "conflict",
      details: {
        reason: "contactRequestCrossing",
        values: { contactRequestId: id, name: "Ben Okafor" },
      },
    });
    for (let round = 0; round < 5; round += 1) {
      await db.contactRequest.deleteMany();
      const both = [as(db, ada).send("ben@example.org"), as(db, ben).send("ada@example.org")];
      const outcomes = await Promise.allSettled(both);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });

  test("GAP-044 INV-05 whoever has not confirmed the address learns nothing of requests to it", async () => {
    const eva = await createPerson(db, { username: "eva" });
    await as(db, ben).send("eva@example.org");
    expect((await as(db, eva).send("ben@example.org")).state).toBe("pending");
  });

  test("GAP-048 after a decline the sender waits seven days before asking the same address again; others need not", async () => {
    const { id } = await as(db, ada).send("ben@example.org");
    await as(db, ben).run(declineContactRequest, { contactRequestId: id });
    expect(await as(db, ada).sent()).toEqual(["ben@example.org declined"]);
    await expect(as(db, ada, later(7 * dayMs - 1)).send("Ben@example.org")).rejects.toMatchObject({
      code: "limit_reached",
      details: { reason: "contactRequestDeclinedLately" },
    });
    expect((await as(db, cleo).send("ben@example.org")).state).toBe("pending");
    expect((await as(db, ada, later(7 * dayMs)).send("ben@example.org")).state).toBe("pending");
  });

  test("GAP-053 a day has as many requests as the administrator allows, also when they are sent at once", async () => {
    await as(db, { actor: portal }).run(changeAccountSettings, {
      ...defaultAccountSettings,
      contactRequestsPerDay: 5,
    });
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => as(db, ada).send(`kim${index}@example.net`)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    expect(await reasonOf(as(db, ada).send("one.more@example.net"))).toBe(
      "limit_reached: contactRequestsUsedUp",
    );
    expect((await as(db, ben).send("kim0@example.net")).state).toBe("pending");
    expect((await as(db, ada, later(dayMs)).send("one.more@example.net")).state).toBe("pending");
  });

  test("INV-11 nobody sends without being signed in", async () => {
    expect(await reasonOf(as(db, { actor: nobody }).send("kim@example.net"))).toBe("not_signed_in");
  });
});

describe("sending again", () => {
  const resend = (id: Awaited<ReturnType<ReturnType<typeof as>["send"]>>["id"], at: Date, who = ada) =>
    as(db, who, at).run(resendContactRequest, { contactRequestId: id });

  test("GAP-043 GAP-053 mails once more with the same link, at most once a minute, five mails in all, and the link lives on", async () => {
    const { id } = await as(db, ada).send("kim.again@example.net");
    expect(await reasonOf(resend(id, later(minuteMs - 1)))).toBe("limit_reached: contactRequestSentJustNow");
    for (let mail = 1; mail < 5; mail += 1) await resend(id, later(mail * minuteMs));
    expect(await reasonOf(resend(id, later(5 * minuteMs)))).toBe("limit_reached: contactRequestMailsUsedUp");
    await react(db, later(5 * minuteMs));
    const mails = await mailsTo(db, "kim.again@example.net");
    expect(mails).toHaveLength(5);
    const links = new Set(mails.map(({ text }) => /accept#([\w-]+)/.exec(text)?.[1]));
    expect(links.size).toBe(1);
    const { expiresAt } = await db.contactRequest.findUniqueOrThrow({ where: { id } });
    expect(expiresAt).toEqual(later(4 * minuteMs + 30 * dayMs));
  });

  test("GAP-053 counts among the day's requests", async () => {
    const { id } = await as(db, ada).send("kim@example.net");
    await as(db, { actor: portal }).run(changeAccountSettings, {
      ...defaultAccountSettings,
      contactRequestsPerDay: 1,
    });
    const nextDay = later(dayMs + minuteMs);
    await as(db, ada, nextDay).send("lea@example.net");
    expect(await reasonOf(resend(id, nextDay))).toBe("limit_reached: contactRequestsUsedUp");
  });

  test("RFC-44 is the sender's alone, and not for what is closed", async () => {
    const { id } = await as(db, ada).send("ben@example.org");
    expect(await reasonOf(resend(id, later(minuteMs), ben))).toBe("not_found");
    await as(db, ada).run(withdrawContactRequest, { contactRequestId: id });
    expect(await reasonOf(resend(id, later(minuteMs)))).toBe("conflict: contactRequestWithdrawn");
  });
});

describe("withdrawing", () => {
  test("GAP-052 takes the request out of Received, stays under Sent, twice is harmless", async () => {
    const { id } = await as(db, ada).send("ben@example.org");
    for (const _ of [1, 2]) {
      const view = await as(db, ada).run(withdrawContactRequest, { contactRequestId: id });
      expect(view.state).toBe("withdrawn");
    }
    expect(await as(db, ben).received()).toEqual([]);
    expect(await as(db, ada).sent()).toEqual(["ben@example.org withdrawn"]);
    expect(await reasonOf(as(db, ben).accept(id))).toBe("conflict: contactRequestWithdrawn");
    expect((await as(db, ada).send("ben@example.org")).state).toBe("pending");
  });

  test("RFC-44 is the sender's alone", async () => {
    const { id } = await as(db, ada).send("ben@example.org");
    for (const who of [ben, cleo, { actor: nobody }]) {
      const refused = as(db, who).run(withdrawContactRequest, { contactRequestId: id });
      expect(await reasonOf(refused)).toBe("not_found");
    }
  });

  test("INV-41 a request that was withdrawn before the mail was written is not mailed", async () => {
    const { id } = await as(db, ada).send("too.late@example.net");
    await as(db, ada).run(withdrawContactRequest, { contactRequestId: id });
    await react(db);
    expect(await mailsTo(db, "too.late@example.net")).toEqual([]);
  });
});

describe("time", () => {
  test("GAP-053 a request is over after 30 days at that moment, before the clock has noted it", async () => {
    const { id } = await as(db, ada).send("ben@example.org");
    const end = later(30 * dayMs);
    expect(await as(db, ben, new Date(end.getTime() - 1)).received()).toEqual(["Ada Lindqvist"]);
    expect(await as(db, ben, end).received()).toEqual([]);
    expect(await as(db, ada, end).sent()).toEqual(["ben@example.org expired"]);
    expect(await reasonOf(as(db, ben, end).accept(id))).toBe("conflict: contactRequestExpired");
    expect((await as(db, ada, end).send("ben@example.org")).state).toBe("pending");
  });

  test("GAP-053 the clock notes it, and tells the sender's open pages", async () => {
    const { id } = await as(db, ada).send("ben@example.org");
    await as(db, { actor: portal }, later(30 * dayMs - 1)).run(expireContactRequests, undefined);
    expect((await db.contactRequest.findUniqueOrThrow({ where: { id } })).state).toBe("PENDING");
    await as(db, { actor: portal }, later(30 * dayMs)).run(expireContactRequests, undefined);
    expect((await db.contactRequest.findUniqueOrThrow({ where: { id } })).state).toBe("EXPIRED");
    expect((await facts(db)).filter(({ name }) => name === "contact-request.closed")).toContainEqual({
      name: "contact-request.closed",
      payload: { contactRequestId: id, people: [ada.actor.personId] },
    });
  });

  test("the requests of a closed account are not offered to anybody", async () => {
    const finn = await confirmedPerson(db, { username: "finn" });
    const { id } = await as(db, finn).send("ben@example.org");
    await db.person.update({ where: { id: finn.person.id }, data: { state: "DISABLED" } });
    expect(await as(db, ben).received()).toEqual([]);
    expect(await reasonOf(as(db, ben).accept(id))).toBe("conflict: contactRequestWithdrawn");
  });
});

describe("the lists", () => {
  test("RFC-05 RFC-16 GAP-049 each tab shows its own and counts it; Sent keeps everything with its state", async () => {
    const { id } = await as(db, ada).send("ben@example.org");
    await as(db, cleo).send("ada@example.org");
    await as(db, ben).accept(id);
    expect(await as(db, ada).ask(getContactCounts, undefined)).toEqual({
      connected: 1,
      received: 1,
      sent: 1,
    });
    expect(await as(db, ben).ask(getContactCounts, undefined)).toEqual({
      connected: 1,
      received: 0,
      sent: 0,
    });
    expect(await as(db, ada).contacts()).toEqual(["Ben Okafor"]);
    expect(await as(db, ada).received()).toEqual(["Cleo Marchetti"]);
    expect(await as(db, ada).sent()).toEqual(["ben@example.org connected"]);
    await as(db, ben).run(endContact, { personId: ada.actor.personId });
    expect(await as(db, ada).sent()).toEqual(["ben@example.org ended"]);
  });

  test("are searched by name, address and message, and turned over in parts", async () => {
    await db.contactRequest.createMany({
      data: Array.from({ length: 60 }, (_, index) => ({
        senderId: ada.person.id,
        email: `kim${index}@example.net`,
        emailNorm: `kim${index}@example.net`,
        message: index === 7 ? "100%_sure" : "Hello",
        tokenHash: `hash ${index}`,
        lastSentAt: now,
        createdAt: later(index),
        expiresAt: later(30 * dayMs),
      })),
    });
    const page = await as(db, ada).ask(listSentRequests, { page: 3 });
    expect([page.total, page.requests.length, page.requests.at(-1)?.email]).toEqual([
      60,
      10,
      "kim0@example.net",
    ]);
    expect(await as(db, ada).sent("100%_")).toEqual(["kim7@example.net pending"]);
    expect(await as(db, ada).sent("KIM12 example")).toEqual(["kim12@example.net pending"]);
    expect(await as(db, ben).sent()).toEqual([]);
    await as(db, cleo).send("ada@example.org", "About the garden");
    expect(await as(db, ada).received("garden marchetti")).toEqual(["Cleo Marchetti"]);
    expect(await as(db, ada).received("okafor")).toEqual([]);
  });

  test("RFC-44 nobody sees the requests of others", async () => {
    const { id } = await as(db, ada).send("ben@example.org");
    expect(await as(db, cleo).received()).toEqual([]);
    expect(await reasonOf(as(db, cleo).ask(getSentRequest, { contactRequestId: id }))).toBe("not_found");
    expect(await reasonOf(as(db, { actor: nobody }).received())).toBe("not_signed_in");
  });
});
