import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MailDraft, queueMail, queueMails } from "#lib/mail/commands";
import { mailBody } from "#lib/mail/layout";
import { getKeptMail, listKeptMails } from "#lib/mail/queries";
import type { PersonActor } from "#lib/shared/context";
import { MailId } from "#lib/shared/ids";
import {
  connectTestDatabase,
  contextFor,
  createPerson,
  nobody,
  type TestClient,
} from "../../support/people.ts";

let db: TestClient;
let hugo: PersonActor;
let eva: PersonActor;

beforeAll(async () => {
  db = await connectTestDatabase();
  hugo = (await createPerson(db, { username: "hugo", isServerAdmin: true })).actor;
  eva = (await createPerson(db, { username: "eva" })).actor;
});
afterAll(() => db.$disconnect());

const draft = (dedupeKey: string): MailDraft => ({
  dedupeKey,
  kind: "test",
  to: { name: "Eva", address: "eva@example.org" },
  locale: "en",
  subject: "Hello",
  text: "Text",
  html: "<p>Text</p>",
  icalendar: { method: "REQUEST", text: "BEGIN:VCALENDAR" },
});
const jobsFor = (ids: readonly string[]) => db.$queryRaw<object[]>`
  SELECT 1 FROM pgboss.job WHERE data->>'name' = 'mail.send' AND data->'payload'->>'mailId' = ANY (${ids}::text[])`;

describe("queueing", () => {
  test("INV-41 the same cause queues one mail and one job, also at once", async () => {
    const asEva = contextFor(db, eva);
    await Promise.all(Array.from({ length: 5 }, () => asEva.run(queueMail, draft("once"))));
    await asEva.run(queueMails, [draft("once"), draft("other"), draft("other")]);
    const rows = await db.outgoingMail.findMany({ where: { dedupeKey: { in: ["once", "other"] } } });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ state: "QUEUED", attempts: 0, icalendarMethod: "REQUEST" });
    expect(await jobsFor(rows.map(({ id }) => id))).toHaveLength(2);
  });

  test("INV-41 what is rolled back sends no mail", async () => {
    const failing = contextFor(db, eva).run(async (context, input: MailDraft) => {
      await queueMail(context, input);
      throw new Error("rolled back");
    }, draft("never"));
    await expect(failing).rejects.toThrow("rolled back");
    expect(await db.outgoingMail.count({ where: { dedupeKey: "never" } })).toBe(0);
  });
});

describe("the kept mails", () => {
  test("ADM-01 are read page by page, newest first, by server administrators only", async () => {
    await contextFor(db, eva).run(
      queueMails,
      Array.from({ length: 120 }, (_, index) => draft(`page-${index}`)),
    );
    const asHugo = contextFor(db, hugo);
    const seen: string[] = [];
    let before: MailId | undefined;
    for (let pages = 0; pages < 10; pages += 1) {
      const page = await asHugo.ask(listKeptMails, { before });
      seen.push(...page.mails.map(({ id }) => id));
      if (!page.next) break;
      before = page.next;
    }
    expect(seen).toHaveLength(await db.outgoingMail.count());
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
    const mailId = MailId.parse(seen[0]);
    const mail = await asHugo.ask(getKeptMail, { mailId });
    expect(mail).toMatchObject({
      text: "Text",
      icalendarMethod: "REQUEST",
      icalendarText: "BEGIN:VCALENDAR",
      state: "QUEUED",
    });
    for (const actor of [eva, nobody]) {
      await expect(contextFor(db, actor).ask(listKeptMails, {})).rejects.toMatchObject({ code: "not_found" });
      await expect(contextFor(db, actor).ask(getKeptMail, { mailId })).rejects.toMatchObject({
        code: "not_found",
      });
    }
    const unknown = { mailId: MailId.parse(crypto.randomUUID()) };
    await expect(asHugo.ask(getKeptMail, unknown)).rejects.toMatchObject({ code: "not_found" });
  });
});

test("text and HTML of a mail say the same, and HTML in a value stays text", () => {
  const { text, html } = mailBody({
    locale: "de",
    heading: "Ärger & <i>Tee</i>",
    paragraphs: ["One\nTwo"],
    facts: [{ label: "When", value: "Today\nat ten" }],
    action: { label: "Open", url: "https://meet.example.org/c/1?a=1&b=2", hint: "Or copy:" },
    notes: ["A note"],
    reason: "Because",
  });
  expect(text).toContain("Open: https://meet.example.org/c/1?a=1&b=2");
  expect(html).toContain('<html lang="de">');
  expect(html).toContain("Ärger &amp; &lt;i&gt;Tee&lt;/i&gt;");
  expect(html).toContain('href="https://meet.example.org/c/1?a=1&amp;b=2"');
  for (const words of ["One", "Two", "When", "at ten", "A note", "Because"]) {
    expect(text).toContain(words);
    expect(html).toContain(words);
  }
});
