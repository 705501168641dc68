import { inTransaction } from "#lib/adapters/database/context";
import { acceptContactRequest } from "#lib/contacts/answers/commands";
import { sendContactRequest } from "#lib/contacts/commands";
import { listContacts, listReceivedRequests, listSentRequests } from "#lib/contacts/lists/queries";
import { ContactSearch } from "#lib/contacts/schema";
import type { Actor, RequestContext } from "#lib/shared/context";
import { reactions } from "#lib/worker/reactions";
import { contextFor, createPerson, type PersonWish, type TestClient } from "../../support/people.ts";

/** The clock of these tests. */
export const now = new Date("2026-11-22T11:00:00Z");

export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

export const later = (ms: number) => new Date(now.getTime() + ms);

/** A person whose address is confirmed, as after a registration. */
export async function confirmedPerson(db: TestClient, wish: PersonWish) {
  const made = await createPerson(db, wish);
  await db.person.update({ where: { id: made.person.id }, data: { emailVerifiedAt: now } });
  return made;
}

export type Somebody = Awaited<ReturnType<typeof confirmedPerson>>;

/** What the tests do and see as one person. */
export function as(db: TestClient, { actor }: { readonly actor: Actor }, at: Date = now) {
  const context = contextFor(db, actor, at);
  const search = (query?: string, page = 1) => ContactSearch.parse({ query, page });
  return {
    ...context,
    send: (email: string, message = "Hello") => context.run(sendContactRequest, { email, message }),
    accept: (id: Awaited<ReturnType<typeof sendContactRequest>>["id"]) =>
      context.run(acceptContactRequest, { contactRequestId: id }),
    received: async (query?: string) =>
      (await context.ask(listReceivedRequests, search(query))).requests.map(({ from }) => from.name),
    sent: async (query?: string) =>
      (await context.ask(listSentRequests, search(query))).requests.map(
        ({ email, state }) => `${email} ${state}`,
      ),
    contacts: async (query?: string) =>
      (await context.ask(listContacts, search(query))).contacts.map(({ person }) => person.name),
  };
}

type Fact = { readonly name: string; readonly payload: unknown };

/** The facts of contacts and accounts that were announced, oldest first. */
export function facts(db: TestClient): Promise<Fact[]> {
  return db.$queryRaw<Fact[]>`
    SELECT data->'payload'->>'name' AS "name", data->'payload'->'payload' AS "payload" FROM pgboss.job
    WHERE data->>'name' = 'fact' AND data->'payload'->>'name' ~ '^(contact|account)' ORDER BY created_on`;
}

/** Does what the worker does about every fact so far; done again it must change nothing. */
export async function react(db: TestClient, at: Date = now): Promise<void> {
  const system: RequestContext = {
    actor: { kind: "system", reason: "test" },
    now: at,
    locale: "en",
    requestId: "test",
  };
  for (const { name, payload } of await facts(db)) {
    for (const line of reactions.filter(({ fact }) => fact === name)) {
      for (const [job, run] of line.reactions) {
        if (job.startsWith("contacts.")) await inTransaction(system, db, (context) => run(context, payload));
      }
    }
  }
}

/** The mails to an address, oldest first. */
export const mailsTo = (db: TestClient, address: string) =>
  db.outgoingMail.findMany({ where: { toAddress: address }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });

/** The secret behind # of a link in the last request mail to this address. */
export async function secretTo(db: TestClient, address: string, page: "accept" | "decline" = "accept") {
  await react(db);
  const mail = (await mailsTo(db, address)).findLast(({ kind }) => kind === "contact-request.request");
  const secret = new RegExp(`/contact-request/${page}#([\\w-]{43})`).exec(mail?.text ?? "")?.[1];
  if (!secret) throw new Error(`no link to ${page} was mailed to ${address}`);
  return secret;
}
