import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { inTransaction } from "#lib/adapters/database/context";
import { cancelEvent, changeEvent, scheduleEvent } from "#lib/calendar/commands";
import { cancelOccurrence, changeOccurrence, restoreOccurrence } from "#lib/calendar/occurrences/commands";
import { EventChange, type EventView, OccurrenceChange } from "#lib/calendar/schema";
import type { RequestContext } from "#lib/shared/context";
import { reactions } from "#lib/worker/reactions";
import { address, createHouse, draftOf, type House, now, person, weekly } from "../../support/meetings.ts";
import { connectTestDatabase, contextFor, type TestClient } from "../../support/people.ts";

let db: TestClient;
let house: House;

beforeAll(async () => {
  db = await connectTestDatabase();
  house = await createHouse(db);
});
afterAll(() => db.$disconnect());

const ada = () => contextFor(db, house.ada.actor, now);
const invited = () => [person(house.ben, "MODERATOR"), person(house.cleo), address("kim@example.net", "Kim")];
const schedule = (wish: Parameters<typeof draftOf>[0] = {}) =>
  ada().run(scheduleEvent, draftOf({ attendees: invited(), ...wish }));
const change = (event: EventView, wish: Partial<z.input<typeof EventChange>>) => {
  const { id: eventId, title, localStart, timeZone, sequence, rule } = event;
  return ada().run(
    changeEvent,
    EventChange.parse({
      eventId,
      title,
      localStart,
      timeZone,
      sequence,
      rule,
      attendees: invited(),
      ...wish,
    }),
  );
};

type Fact = { readonly name: string; readonly payload: unknown };

/** The facts that were announced about the event, oldest first. */
function factsOf(event: EventView): Promise<Fact[]> {
  return db.$queryRaw<Fact[]>`
    SELECT data->'payload'->>'name' AS "name", data->'payload'->'payload' AS "payload"
    FROM pgboss.job WHERE data->>'name' = 'fact' AND data->'payload'->'payload'->>'eventId' = ${event.id}
    ORDER BY (data->'payload'->'payload'->>'sequence')::int`;
}

const system: RequestContext = {
  actor: { kind: "system", reason: "test" },
  now,
  locale: "en",
  requestId: "test",
};

async function react(...facts: readonly Fact[]): Promise<void> {
  for (const { name, payload } of facts) {
    for (const line of reactions.filter(({ fact }) => fact === name)) {
      for (const run of line.reactions.values())
        await inTransaction(system, db, (context) => run(context, payload));
    }
  }
}

const mailsOf = (event: EventView) =>
  db.outgoingMail.findMany({
    where: { dedupeKey: { startsWith: event.id } },
    orderBy: [{ createdAt: "asc" }, { toAddress: "asc" }],
  });

/** Who got which kind of mail. */
const told = async (event: EventView) =>
  (await mailsOf(event))
    .map(({ toAddress, kind }) => `${toAddress.split("@")[0]} ${kind.replace("event.", "")}`)
    .sort();

function component(text: string | null): ICAL.Component {
  const [first] = new ICAL.Component(ICAL.parse(text ?? "")).getAllSubcomponents("vevent");
  if (!first) throw new Error("no VEVENT");
  return first;
}
const attendeesIn = (text: string | null) =>
  component(text)
    .getAllProperties("attendee")
    .map((property) => String(property.getFirstValue()).toLowerCase())
    .sort();

describe("an invitation", () => {
  test("GAP-096 goes to each attendee once, in the reader's language and zone, and not to the organizer", async () => {
    const event = await schedule({ title: "Budget", description: "Bring\nfigures", location: "Room 7" });
    const facts = await factsOf(event);
    await react(...facts, ...facts);
    const mails = await mailsOf(event);
    expect(await told(event)).toEqual(["ben invitation", "cleo invitation", "kim invitation"]);
    const [ben, cleo, kim] = mails;
    expect(ben).toMatchObject({
      subject: "Einladung: Budget, 24. Nov. 2026, 04:00",
      locale: "de",
      toName: "Ben Okafor",
      replyTo: "ada@example.org",
      icalendarMethod: "REQUEST",
    });
    expect(ben?.text).toContain("Dienstag, 24. November 2026, 04:00–04:30 Uhr (America/New_York)");
    expect(ben?.text).toContain("Ada Lindqvist lädt Sie zu einer Besprechung ein.");
    // No language of her own: the organizer's. Somebody without an account: the event's zone.
    expect(cleo).toMatchObject({ subject: "Invitation: Budget, 24 Nov 2026, 10:00", locale: "en" });
    expect(kim?.text).toContain("Tuesday, 24 November 2026, 10:00–10:30 (Europe/Berlin)");
    expect(kim?.text).toContain("Ada Lindqvist invited you as kim@example.net");
    expect(kim?.text).toContain(`/c/${event.conference.number}`);
    for (const part of ["Room 7", "figures", event.conference.number]) {
      expect(kim?.text).toContain(part);
      expect(kim?.html).toContain(part);
    }
  });

  test("GAP-096 INV-41 its calendar part names UID, SEQUENCE, organizer and everybody invited", async () => {
    const event = await schedule({ rule: { ...weekly, ends: { kind: "count", count: 3 } } });
    await react(...(await factsOf(event)));
    const [mail] = await mailsOf(event);
    const vevent = component(mail?.icalendarText ?? null);
    const stored = await db.event.findUniqueOrThrow({ where: { id: event.id } });
    expect(vevent.getFirstPropertyValue("uid")).toBe(stored.uid);
    expect(vevent.getFirstPropertyValue("sequence")).toBe(0);
    expect(vevent.getFirstPropertyValue("organizer")).toBe("mailto:ada@example.org");
    expect(String(vevent.getFirstPropertyValue("rrule"))).toContain("COUNT=3");
    expect(attendeesIn(mail?.icalendarText ?? null)).toEqual([
      "mailto:ben@example.org",
      "mailto:cleo@example.org",
      "mailto:kim@example.net",
    ]);
    expect(mail?.icalendarText).toContain("BEGIN:VTIMEZONE");
    expect(mail?.text).toContain(
      "Jede Woche am Dienstag, 3-mal\n  Die Serie richtet sich nach der Uhr von Europe/Berlin.",
    );
  });

  test("GAP-093 says that a PIN is asked for and where to find it, but not the PIN", async () => {
    const event = await schedule({ conference: { pin: "73519264" } });
    await react(...(await factsOf(event)));
    const [ben, cleo, kim] = await mailsOf(event);
    expect(JSON.stringify([ben, cleo, kim])).not.toContain("73519264");
    expect(ben?.text).toContain("nach einer PIN gefragt. Sie steht in Atrium auf der Karte");
    expect(cleo?.text).toContain("on the card of the meeting in Atrium");
    expect(kim?.text).toContain("Ask Ada Lindqvist for it");
  });

  test("what a title contains stays text", async () => {
    const event = await schedule({ title: '<b>"Tea" & more</b>' });
    await react(...(await factsOf(event)));
    const [mail] = await mailsOf(event);
    expect(mail?.html).toContain("&lt;b&gt;&quot;Tea&quot; &amp; more&lt;/b&gt;");
    expect(mail?.html).not.toContain("<b>");
  });

  test("an account that is not active gets none", async () => {
    const event = await schedule({ attendees: [person(house.dan), person(house.cleo)] });
    await db.person.update({ where: { id: house.dan.person.id }, data: { state: "DISABLED" } });
    await react(...(await factsOf(event)));
    expect(await told(event)).toEqual(["cleo invitation"]);
    await db.person.update({ where: { id: house.dan.person.id }, data: { state: "ACTIVE" } });
  });
});

describe("a change", () => {
  test("GAP-096 goes once to each who stays, with a higher SEQUENCE; new ones are invited, removed ones get CANCEL", async () => {
    const event = await schedule();
    await react(...(await factsOf(event)));
    const invitations = await mailsOf(event);
    const moved = await change(event, {
      localStart: "2026-11-26T14:00",
      attendees: [person(house.ben), person(house.dan)],
    });
    const [, fact] = await factsOf(event);
    if (!fact) throw new Error("no fact");
    await react(fact, fact);
    const mails = (await mailsOf(event)).filter(({ id }) => !invitations.some((one) => one.id === id));
    expect(mails.map(({ toAddress, kind }) => [toAddress, kind]).sort()).toEqual([
      ["ben@example.org", "event.move"],
      ["cleo@example.org", "event.removal"],
      ["dan@example.org", "event.invitation"],
      ["kim@example.net", "event.removal"],
    ]);
    const of = (name: string) => mails.find(({ toAddress }) => toAddress.startsWith(name));
    expect(of("ben")).toMatchObject({ subject: "Neue Zeit: Weekly planning, 26. Nov. 2026, 08:00" });
    expect(component(of("ben")?.icalendarText ?? null).getFirstPropertyValue("sequence")).toBe(
      moved.sequence,
    );
    expect(of("cleo")).toMatchObject({
      icalendarMethod: "CANCEL",
      subject: "You are no longer invited: Weekly planning, 26 Nov 2026, 14:00",
    });
    expect(of("cleo")?.text).toContain(
      "Ada Lindqvist removed you from this meeting. It takes place without you.",
    );
    expect(of("cleo")?.text).not.toContain("/c/");
    expect(attendeesIn(of("cleo")?.icalendarText ?? null)).toEqual(["mailto:cleo@example.org"]);
    expect(attendeesIn(of("kim")?.icalendarText ?? null)).toEqual(["mailto:kim@example.net"]);
  });

  test("GAP-096 who is invited to a series later gets the whole series, the others nothing", async () => {
    const event = await schedule({ rule: weekly, attendees: [person(house.ben)] });
    await react(...(await factsOf(event)));
    await change(event, { attendees: [person(house.ben), person(house.dan)] });
    await react(...(await factsOf(event)));
    expect(await told(event)).toEqual(["ben invitation", "dan invitation"]);
    const dan = (await mailsOf(event)).find(({ toAddress }) => toAddress.startsWith("dan"));
    expect(dan?.icalendarText).toContain("RRULE:");
  });

  test("a change that no calendar shows is told to nobody", async () => {
    const event = await schedule();
    await react(...(await factsOf(event)));
    await change(event, { conference: { isRecordingPlanned: true } });
    await react(...(await factsOf(event)));
    expect(await told(event)).toEqual(["ben invitation", "cleo invitation", "kim invitation"]);
  });

  test("R6 overtaken news are told once, as things stand, in whatever order they are worked off", async () => {
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
    ]) {
      const event = await schedule({ attendees: [person(house.ben)] });
      const first = await change(event, { title: "Second title", attendees: [person(house.ben)] });
      await change(first, { title: "Third title", attendees: [person(house.ben)] });
      const facts = await factsOf(event);
      await react(...order.flatMap((index) => facts[index] ?? []));
      const mails = await mailsOf(event);
      expect(mails).toHaveLength(1);
      expect(mails[0]?.subject).toContain("Third title");
      expect(component(mails[0]?.icalendarText ?? null).getFirstPropertyValue("sequence")).toBe(2);
    }
  });

  test("who is invited again before the removal was told hears nothing of it", async () => {
    const event = await schedule({ attendees: [person(house.ben)] });
    await react(...(await factsOf(event)));
    const without = await change(event, { attendees: [] });
    await change(without, { attendees: [person(house.ben)] });
    await react(...(await factsOf(event)));
    expect(await told(event)).toEqual(["ben invitation", "ben invitation"]);
  });
});

describe("a cancellation", () => {
  test("GAP-096 GAP-097 goes to everybody as CANCEL, and invitations not yet sent are not sent any more", async () => {
    const event = await schedule({ rule: weekly });
    await ada().run(cancelEvent, { eventId: event.id });
    await react(...(await factsOf(event)));
    expect(await told(event)).toEqual(["ben cancellation", "cleo cancellation", "kim cancellation"]);
    const [ben] = await mailsOf(event);
    expect(ben).toMatchObject({
      icalendarMethod: "CANCEL",
      subject: "Abgesagt: Weekly planning, 24. Nov. 2026, 04:00",
    });
    const vevent = component(ben?.icalendarText ?? null);
    expect(vevent.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(vevent.getFirstPropertyValue("sequence")).toBe(1);
  });
});

describe("one occurrence", () => {
  const key = (event: EventView) => ({ eventId: event.id, originalLocalStart: "2026-12-01T10:00" });

  test("GAP-088 GAP-096 moved: the mail says both times, the calendar part has the exception", async () => {
    const event = await schedule({ rule: weekly, attendees: [person(house.cleo)] });
    const moved = {
      ...key(event),
      localStart: "2026-12-02T15:00",
      durationMinutes: 30,
      title: "Long planning",
    };
    await ada().run(changeOccurrence, OccurrenceChange.parse(moved));
    const [, fact] = await factsOf(event);
    if (!fact) throw new Error("no fact");
    await react(fact, fact);
    const mails = await mailsOf(event);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      subject: "One date changed: Long planning, 2 Dec 2026, 15:00",
      icalendarMethod: "REQUEST",
    });
    expect(mails[0]?.text).toContain(
      "the one planned for Tuesday, 1 December 2026, 10:00–10:30 (Europe/Berlin)",
    );
    const calendar = new ICAL.Component(ICAL.parse(mails[0]?.icalendarText ?? ""));
    const exception = calendar.getAllSubcomponents("vevent").find((one) => one.hasProperty("recurrence-id"));
    expect(String(exception?.getFirstPropertyValue("recurrence-id"))).toBe("2026-12-01T10:00:00");
    expect(String(exception?.getFirstPropertyValue("dtstart"))).toBe("2026-12-02T15:00:00");
  });

  test("GAP-088 GAP-096 cancelled: CANCEL for this one only; taken back: it takes place after all", async () => {
    const event = await schedule({ rule: weekly, attendees: [person(house.cleo)] });
    await ada().run(cancelOccurrence, key(event));
    await react(...(await factsOf(event)).slice(1));
    const [cancelled] = await mailsOf(event);
    expect(cancelled).toMatchObject({
      subject: "One date cancelled: Weekly planning, 1 Dec 2026, 10:00",
      icalendarMethod: "CANCEL",
    });
    expect(String(component(cancelled?.icalendarText ?? null).getFirstPropertyValue("recurrence-id"))).toBe(
      "2026-12-01T10:00:00",
    );
    await ada().run(restoreOccurrence, key(event));
    await react(...(await factsOf(event)).slice(1));
    expect(await told(event)).toEqual(["cleo occurrenceCancellation", "cleo occurrenceRestoration"]);
  });

  test("a cancellation that was taken back before it was told is not told", async () => {
    const event = await schedule({ rule: weekly, attendees: [person(house.cleo)] });
    await ada().run(cancelOccurrence, key(event));
    const [, cancellation] = await factsOf(event);
    await ada().run(restoreOccurrence, key(event));
    if (!cancellation) throw new Error("no fact");
    await react(cancellation);
    expect(await told(event)).toEqual([]);
  });
});
