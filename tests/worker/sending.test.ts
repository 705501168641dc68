import ICAL from "ical.js";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnectDatabase } from "#lib/adapters/database/client";
import type { JobWorker } from "#lib/adapters/jobs/worker";
import { changeEvent, scheduleEvent } from "#lib/calendar/commands";
import { EventChange } from "#lib/calendar/schema";
import { queueMail } from "#lib/mail/commands";
import { sendMail } from "#lib/mail/reactions";
import { MailId } from "#lib/shared/ids";
import { startWorker } from "#lib/worker/start";
import { testDatabaseUrl } from "../support/database.ts";
import { address, createHouse, draftOf, type House, now, person } from "../support/meetings.ts";
import { connectTestDatabase, contextFor, type TestClient } from "../support/people.ts";

type Received = { readonly to: string; readonly mail: Email };

const received: Received[] = [];
/** Addresses that are refused for now, with how often. */
const busy = new Map<string, number>();

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  logger: false,
  onRcptTo({ address: to }, _session, done) {
    if (to.startsWith("gone@"))
      return done(Object.assign(new Error("no such person"), { responseCode: 550 }));
    const left = busy.get(to) ?? 0;
    if (left === 0) return done();
    busy.set(to, left - 1);
    done(Object.assign(new Error("try again later"), { responseCode: 451 }));
  },
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", async () => {
      const mail = await PostalMime.parse(Buffer.concat(chunks));
      received.push({ to: session.envelope.rcptTo.map((one) => one.address).join(), mail });
      done();
    });
  },
});

let db: TestClient;
let house: House;
let worker: JobWorker;

beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const bound = smtp.server.address();
  if (typeof bound !== "object" || bound === null) throw new Error("no address");
  process.env.SMTP_URL = `smtp://127.0.0.1:${bound.port}`;
  process.env.ATRIUM_LOG_LEVEL = "silent";
  process.env.DATABASE_URL = await testDatabaseUrl();
  db = await connectTestDatabase();
  house = await createHouse(db);
  worker = await startWorker({
    retry: { limit: 3, delaySeconds: 0, longestDelaySeconds: 0 },
    pollSeconds: 0.5,
  });
});
afterAll(async () => {
  await worker.stop();
  await new Promise<void>((resolve) => smtp.close(resolve));
  await db.$disconnect();
  await disconnectDatabase();
});
beforeEach(() => {
  received.length = 0;
  busy.clear();
});

const ada = () => contextFor(db, house.ada.actor, now);
const until = { timeout: 15_000, interval: 50 };
const statesOf = async (to: string) =>
  (await db.outgoingMail.findMany({ where: { toAddress: to }, orderBy: { id: "asc" } })).map(
    ({ state, attempts }) => `${state} ${attempts}`,
  );
const isIdle = async () => {
  const rows = await db.$queryRaw<object[]>`
    SELECT 1 FROM pgboss.job WHERE name = 'facts' AND state IN ('created', 'retry', 'active')`;
  return rows.length === 0;
};

describe("from the command to the mail server", () => {
  test("GAP-096 INV-41 an event and its change reach each attendee exactly once, with a calendar part that updates the same entry", async () => {
    const attendees = [person(house.ben), address("kim@example.net", "Kim")];
    const event = await ada().run(scheduleEvent, draftOf({ title: "Grüße 👋", attendees }));
    await expect.poll(isIdle, until).toBe(true);
    const { id: eventId, timeZone, sequence } = event;
    await ada().run(
      changeEvent,
      EventChange.parse({
        eventId,
        title: "Moved",
        localStart: "2026-11-25T09:00",
        timeZone,
        sequence,
        attendees,
      }),
    );
    await expect.poll(isIdle, until).toBe(true);
    expect(received.map(({ to }) => to).sort()).toEqual([
      "ben@example.org",
      "ben@example.org",
      "kim@example.net",
      "kim@example.net",
    ]);
    const [first, second] = received.filter(({ to }) => to === "kim@example.net").map(({ mail }) => mail);
    expect(first?.subject).toBe("Invitation: Grüße 👋, 24 Nov 2026, 10:00");
    expect(first?.replyTo?.[0]?.address).toBe("ada@example.org");
    expect(first?.messageId).toMatch(/^<[0-9a-f-]{36}@localhost>$/);
    expect(first?.messageId).not.toBe(second?.messageId);
    const [before, after] = [first, second].map(entryOf);
    expect(before?.uid).toBe(after?.uid);
    expect([before?.sequence, after?.sequence]).toEqual([0, 1]);
    expect([before?.method, after?.method]).toEqual(["REQUEST", "REQUEST"]);
    expect(after?.summary).toBe("Moved");
  });

  test("R8 INV-41 a mail server that refuses for now gets the mail once, later", async () => {
    busy.set("slow@example.net", 2);
    await ada().run(scheduleEvent, draftOf({ attendees: [address("slow@example.net")] }));
    await expect.poll(() => statesOf("slow@example.net"), until).toEqual(["SENT 3"]);
    expect(received.map(({ to }) => to)).toEqual(["slow@example.net"]);
    const [row] = await db.outgoingMail.findMany({ where: { toAddress: "slow@example.net" } });
    await sendMail({ db, now }, { mailId: MailId.parse(row?.id), isLastAttempt: false });
    expect(received).toHaveLength(1);
  });

  test("a mail that is refused for good is given up at once, the others go out", async () => {
    await ada().run(scheduleEvent, draftOf({ attendees: [address("gone@example.net"), person(house.cleo)] }));
    await expect.poll(() => statesOf("gone@example.net"), until).toEqual(["FAILED 1"]);
    await expect.poll(() => received.map(({ to }) => to), until).toEqual(["cleo@example.org"]);
    const [row] = await db.outgoingMail.findMany({ where: { toAddress: "gone@example.net" } });
    expect(row?.lastError).toContain("no such person");
  });

  test("a mail that never gets through is given up after the last attempt and stays readable", async () => {
    busy.set("down@example.net", 100);
    await ada().run(queueMail, {
      dedupeKey: "down",
      kind: "test",
      to: { address: "down@example.net" },
      locale: "en",
      subject: "Hello",
      text: "Text",
      html: "<p>Text</p>",
    });
    await expect.poll(() => statesOf("down@example.net"), until).toEqual(["FAILED 4"]);
    expect(received).toEqual([]);
  });

  test("what is rolled back announces nothing", async () => {
    const failing = ada().run(
      async (context, input: ReturnType<typeof draftOf>) => {
        await scheduleEvent(context, input);
        throw new Error("rolled back");
      },
      draftOf({ attendees: [address("rolled@example.net")] }),
    );
    await expect(failing).rejects.toThrow("rolled back");
    await expect.poll(isIdle, until).toBe(true);
    expect(await statesOf("rolled@example.net")).toEqual([]);
  });
});

function entryOf(mail: Email | undefined) {
  const part = mail?.attachments.find(({ mimeType }) => mimeType === "text/calendar");
  if (!part) throw new Error("no calendar part");
  const text = typeof part.content === "string" ? part.content : new TextDecoder().decode(part.content);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = calendar.getFirstSubcomponent("vevent");
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: event?.getFirstPropertyValue("uid"),
    sequence: event?.getFirstPropertyValue("sequence"),
    summary: event?.getFirstPropertyValue("summary"),
  };
}
