import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as contacts from "#lib/contacts/endpoints";
import type { Endpoint } from "#lib/shared/endpoint";
import { openBrowser, useTestDatabase } from "../support/next-request.ts";
import { connectTestDatabase, createPerson, type TestClient } from "../support/people.ts";

let db: TestClient;
const password = "correct horse battery";
const browsers = { ada: openBrowser(), ben: openBrowser(), nobody: openBrowser() };

beforeAll(async () => {
  await useTestDatabase();
  db = await connectTestDatabase();
  const signIn = await import("../../app/api/v1/sign-in-sessions/route.ts");
  for (const name of ["ada", "ben"] as const) {
    const { person } = await createPerson(db, { username: name, password, locale: "en" });
    await db.person.update({ where: { id: person.id }, data: { emailVerifiedAt: new Date() } });
    const sent = { method: "POST", path: "/api/v1/sign-in-sessions", body: { name, password } };
    expect((await browsers[name].send(signIn.POST, sent)).status).toBe(200);
  }
});
afterAll(async () => {
  const { disconnectDatabase } = await import("#lib/adapters/database/client");
  await disconnectDatabase();
  await db.$disconnect();
});

type Call = {
  readonly who?: keyof typeof browsers;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly key?: string;
};

async function send(endpoint: Endpoint, { who = "ada", params = {}, body, key }: Call = {}) {
  const folder = endpoint.path.slice(1).replaceAll("{", "[").replaceAll("}", "]");
  const route = await import(/* @vite-ignore */ join(import.meta.dirname, `../../app/${folder}/route.ts`));
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
  const headers = key === undefined ? undefined : { "idempotency-key": key };
  const answer = await browsers[who].send(route[endpoint.method], {
    method: endpoint.method,
    path,
    body,
    params,
    headers,
  });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
}

const everybody = [
  contacts.sendContactRequest,
  contacts.listReceivedRequests,
  contacts.listSentRequests,
  contacts.acceptContactRequest,
  contacts.declineContactRequest,
  contacts.withdrawContactRequest,
  contacts.resendContactRequest,
  contacts.acceptContactRequestByLink,
  contacts.listContacts,
  contacts.endContact,
  contacts.listKnownPeople,
];

describe("the API of contact requests", () => {
  test.each(everybody.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
    "INV-11 %s is for signed-in people",
    async (_, endpoint) => {
      const answer = await send(endpoint, { who: "nobody", body: {} });
      expect([answer.status, answer.body.code]).toEqual([401, "not_signed_in"]);
    },
  );

  test("RFC-10 RFC-11 GAP-042 a blank is refused with a sentence at the field, and nothing is stored", async () => {
    for (const email of ["kim @example.net", " kim@example.net", "kim@example.net "]) {
      const answer = await send(contacts.sendContactRequest, { body: { email } });
      expect([answer.status, answer.body.fields]).toEqual([
        422,
        [{ field: "email", reason: "blankInEmail", message: "An e-mail address has no blanks." }],
      ]);
    }
    expect((await send(contacts.sendContactRequest, { body: { email: "kim" } })).status).toBe(422);
    expect(await db.contactRequest.count()).toBe(0);
  });

  test("RFC-12 RFC-35 RFC-39 GAP-043 GAP-044 sending, asking twice, crossing and accepting", async () => {
    const email = "ben@example.org";
    const posts = [1, 2, 3].map(() =>
      send(contacts.sendContactRequest, { body: { email }, key: "the-one-request" }),
    );
    const ids = new Set((await Promise.all(posts)).map(({ body }) => body.id));
    expect(ids.size).toBe(1);
    const [contactRequestId] = [...ids];
    const twice = await send(contacts.sendContactRequest, { body: { email } });
    expect([twice.status, twice.body.reason, twice.body.values]).toEqual([
      409,
      "contactRequestOpen",
      { contactRequestId },
    ]);
    const crossing = await send(contacts.sendContactRequest, {
      who: "ben",
      body: { email: "ada@example.org" },
    });
    expect([crossing.status, crossing.body.detail]).toEqual([
      409,
      "Ada Lindqvist asked you already. Accept that request instead of sending one.",
    ]);
    const params = { contactRequestId };
    expect((await send(contacts.acceptContactRequest, { params, body: {} })).status).toBe(404);
    const accepted = await send(contacts.acceptContactRequest, { who: "ben", params, body: {} });
    expect([accepted.status, accepted.body.name]).toEqual([200, "Ada Lindqvist"]);
    const { body } = await send(contacts.listContacts, { who: "ben" });
    expect(body.contacts.map(({ person }: { person: { name: string } }) => person.name)).toEqual([
      "Ada Lindqvist",
    ]);
  });

  test("INV-40 GAP-047 no link changes anything by being opened: reading is a POST that writes nothing, and there is no GET", async () => {
    const secret = "x".repeat(43);
    const links = [contacts.readContactRequestLink, contacts.declineContactRequestByLink];
    for (const endpoint of links) {
      expect(endpoint.method).toBe("POST");
      expect((await send(endpoint, { who: "nobody", body: { secret } })).status).toBe(404);
    }
  });

  test("R7 every endpoint that anybody may call or that mails has a limit", () => {
    const open = Object.values(contacts).filter(
      (endpoint) =>
        endpoint.audience === "anyone" ||
        /send/i.test(endpoint.path) ||
        endpoint === contacts.sendContactRequest,
    );
    expect(open.length).toBeGreaterThan(4);
    for (const endpoint of open) expect(endpoint.limits?.length, endpoint.path).toBeGreaterThan(0);
  });
});
