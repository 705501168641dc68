import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { personIdentity } from "#lib/adapters/media-server/identity";
import { cancelEvent, changeEvent, scheduleEvent } from "#lib/calendar/commands";
import { EventChange } from "#lib/calendar/schema";
import { getCallRecord, listCallRecords } from "#lib/calls/queries";
import { CallRecordsInput } from "#lib/calls/schema";
import { recordMediaEvent } from "#lib/live/sessions/commands";
import { type CallRecordId, ConferenceId } from "#lib/shared/ids";
import { reactions } from "#lib/worker/reactions";
import { type Cast, createCast, invite, opened, refusalOf } from "../../support/conferences.ts";
import { draftOf, person } from "../../support/meetings.ts";
import { connectTestDatabase, contextFor, nobody, type TestClient } from "../../support/people.ts";

let db: TestClient;
let cast: Cast;

beforeAll(async () => {
  db = await connectTestDatabase();
  cast = await createCast(db);
});
afterAll(() => db.$disconnect());

const startMs = Date.parse("2026-11-24T09:00:00Z");
const at = (minute: number) => new Date(startMs + minute * 60_000);
const system = (now: Date) => contextFor(db, { kind: "system", reason: "test" }, now);
const list = (name: keyof Cast, input: Partial<CallRecordsInput> = {}) =>
  contextFor(db, cast[name].actor, at(100)).ask(listCallRecords, CallRecordsInput.parse(input));

/** Does what the worker would do for the history: every fact announced so far, as often as asked. */
async function react(times = 1): Promise<void> {
  const facts = await db.$queryRaw<{ name: string; payload: unknown }[]>`
    SELECT data->'payload'->>'name' AS name, data->'payload'->'payload' AS payload
    FROM pgboss.job WHERE data->>'name' = 'fact'`;
  for (let time = 0; time < times; time += 1) {
    for (const { name, payload } of facts) {
      for (const line of reactions.filter(({ fact }) => fact === name)) {
        for (const [job, run] of line.reactions) {
          if (job.startsWith("calls.")) await system(at(50)).run(run, payload);
        }
      }
    }
  }
}

let told = 0;

/** A session in which these people were from one minute to another; without an end it still runs. */
async function hold(
  conferenceId: string,
  people: readonly (readonly [keyof Cast, number, number | null])[],
  end?: number,
) {
  const room = `room ${++told}`;
  const startedAt = at(Math.min(...people.map(([, from]) => from)));
  await db.conferenceSession.create({ data: { conferenceId, mediaRoom: room, startedAt } });
  for (const [name, from, to] of people) {
    const connection = {
      connectionId: `PA_${++told}`,
      identity: personIdentity({ room, personId: cast[name].actor.personId }),
      name,
      attributes: { role: "PARTICIPANT" },
      joinedAt: at(from),
    };
    const event = { room, connection };
    await system(at(from)).run(recordMediaEvent, {
      ...event,
      id: `EV_${++told}`,
      at: at(from),
      kind: "joined",
    });
    if (to === null) continue;
    await system(at(to)).run(recordMediaEvent, { ...event, id: `EV_${++told}`, at: at(to), kind: "left" });
  }
  if (end === undefined) return;
  await system(at(end)).run(recordMediaEvent, { id: `EV_${++told}`, room, at: at(end), kind: "finished" });
}

const schedule = (wish: Parameters<typeof draftOf>[0]) =>
  contextFor(db, cast.ada.actor, at(-60)).run(scheduleEvent, draftOf(wish));

const linesOf = async (name: keyof Cast, title: string) =>
  (await list(name, { limit: 200 })).records.filter((record) => record.title === title);
const said = (records: Awaited<ReturnType<typeof linesOf>>) =>
  records.map(({ kind, direction, outcome, durationSeconds }) => [kind, direction, outcome, durationSeconds]);

describe("what gets into the history", () => {
  test("HIS-02 HIS-04 HIS-05 HIS-10 invitation, conference and missed conference, once each however often it is told", async () => {
    const title = "Weekly planning";
    const event = await schedule({
      title,
      attendees: [person(cast.ben), person(cast.cleo), person(cast.dan)],
    });
    await hold(
      event.conference.id,
      [
        ["ada", -2, 25],
        ["ben", 0, 10],
        ["ben", 12, 25],
      ],
      26,
    );
    await react(2);
    expect(said(await linesOf("ada", title))).toEqual([["CONFERENCE", "OUT", "ANSWERED", 27 * 60]]);
    const invitation = ["CONFERENCE_INVITATION", "IN", "INVITED", null];
    expect(said(await linesOf("ben", title))).toEqual(
      expect.arrayContaining([invitation, ["CONFERENCE", "IN", "ANSWERED", 23 * 60]]),
    );
    expect(said(await linesOf("cleo", title))).toEqual(
      expect.arrayContaining([invitation, ["CONFERENCE", "IN", "MISSED", null]]),
    );
    expect(await linesOf("cleo", title)).toHaveLength(2);
    const [missed] = (await list("cleo", { filter: "missed" })).records;
    expect(missed).toMatchObject({
      title,
      peerName: "Ada Lindqvist",
      conferenceNumber: event.conference.number,
    });
  });

  test("HIS-04 who is invited later has the invitation too, and who was invited before has one only", async () => {
    const title = "Planning again";
    const view = await schedule({ title, attendees: [person(cast.ben)] });
    const { localStart, durationMinutes, timeZone, sequence } = view;
    const change = EventChange.parse({
      ...{ eventId: view.id, title, localStart, durationMinutes, timeZone, sequence },
      attendees: [person(cast.ben), person(cast.cleo)],
    });
    await contextFor(db, cast.ada.actor, at(-50)).run(changeEvent, change);
    await react();
    for (const name of ["ben", "cleo"] as const) {
      expect(said(await linesOf(name, title))).toEqual([["CONFERENCE_INVITATION", "IN", "INVITED", null]]);
    }
    expect(await linesOf("ada", title)).toEqual([]);
  });

  test("HIS-10 an on-the-fly conference is in the history; who did not come missed it", async () => {
    const { id } = await opened(db, cast.ada.actor, {
      ...{ kind: "AD_HOC", title: "Quick talk" },
      participants: [invite(cast.ben), invite(cast.cleo)],
    });
    await db.conferenceParticipant.updateMany({ where: { conferenceId: id }, data: { invitedAt: at(-1) } });
    await hold(
      id,
      [
        ["ada", 0, 5],
        ["ben", 1, 5],
      ],
      6,
    );
    await react();
    expect(said(await linesOf("ada", "Quick talk"))).toEqual([["CONFERENCE", "OUT", "ANSWERED", 300]]);
    expect(said(await linesOf("ben", "Quick talk"))).toEqual([["CONFERENCE", "IN", "ANSWERED", 240]]);
    expect(said(await linesOf("cleo", "Quick talk"))).toEqual([["CONFERENCE", "IN", "MISSED", null]]);
  });

  test("nobody misses a room, nor a meeting whose hosts only looked in beforehand, nor one with a break in it", async () => {
    const room = await opened(db, cast.ada.actor, { title: "Lounge", participants: [invite(cast.cleo)] });
    await hold(room.id, [["ada", 0, 5]], 6);
    const early = await schedule({ title: "Looked in", attendees: [person(cast.cleo)] });
    await hold(early.conference.id, [["ada", -180, -170]], -169);
    const broken = await schedule({ title: "With a break", attendees: [person(cast.cleo)] });
    await hold(
      broken.conference.id,
      [
        ["ada", 0, 9],
        ["cleo", 0, 9],
      ],
      10,
    );
    await hold(broken.conference.id, [["ada", 12, 20]], 21);
    await react();
    for (const title of ["Lounge", "Looked in", "With a break"]) {
      const outcomes = (await linesOf("cleo", title)).map(({ outcome }) => outcome);
      expect(outcomes).not.toContain("MISSED");
    }
  });

  test("while it runs the line says so, and a late word still puts it right", async () => {
    const title = "Still on";
    const { conference } = await schedule({ title, attendees: [person(cast.ben)] });
    await hold(conference.id, [["ben", 0, null]]);
    await react();
    expect(said(await linesOf("ben", title))).toContainEqual(["CONFERENCE", "IN", "RUNNING", null]);
    const session = await db.conferenceSession.findFirstOrThrow({ where: { conferenceId: conference.id } });
    const room = session.mediaRoom;
    await system(at(30)).run(recordMediaEvent, { id: "EV_end", room, at: at(30), kind: "finished" });
    await react();
    expect(said(await linesOf("ben", title))).toContainEqual(["CONFERENCE", "IN", "ANSWERED", 1800]);
    const [row] = await db.attendance.findMany({ where: { sessionId: session.id } });
    if (!row) throw new Error("no attendance");
    const connection = { ...row, attributes: {} };
    await system(at(31)).run(recordMediaEvent, { id: "EV_late", room, at: at(10), kind: "left", connection });
    await react();
    expect(said(await linesOf("ben", title))).toContainEqual(["CONFERENCE", "IN", "ANSWERED", 600]);
  });
});

describe("reading it", () => {
  test("GAP-102 newest first, in pages that neither skip nor repeat, filtered by direction and outcome", async () => {
    const all = (await list("cleo", { limit: 200 })).records;
    expect(all.length).toBeGreaterThan(4);
    expect(all.map((one) => one.at)).toEqual(
      all
        .map((one) => one.at)
        .sort()
        .reverse(),
    );
    const paged: string[] = [];
    let before: CallRecordId | undefined;
    for (;;) {
      const page = await list("cleo", { limit: 2, before });
      paged.push(...page.records.map(({ id }) => id));
      if (!page.next) break;
      before = page.next;
    }
    expect(paged).toEqual(all.map(({ id }) => id));
    const idsBy = async (filter: CallRecordsInput["filter"]) =>
      (await list("ada", { filter, limit: 200 })).records.map(({ direction, outcome }) => [
        direction,
        outcome,
      ]);
    expect((await idsBy("outgoing")).every(([direction]) => direction === "OUT")).toBe(true);
    expect((await idsBy("outgoing")).length).toBe((await idsBy("all")).length);
    expect(await idsBy("incoming")).toEqual([]);
    expect(await idsBy("missed")).toEqual([]);
  });

  test("HIS-09 nobody reads the history of somebody else, by list, by id or by page", async () => {
    const [own] = (await list("ben")).records;
    if (!own) throw new Error("no record");
    const ask = (name: keyof Cast) =>
      contextFor(db, cast[name].actor).ask(getCallRecord, { callRecordId: own.id });
    expect(await ask("ben")).toMatchObject({ id: own.id });
    expect((await refusalOf(ask("ada"))).code).toBe("not_found");
    expect((await refusalOf(list("ada", { before: own.id }))).code).toBe("invalid_input");
    expect((await contextFor(db, nobody).ask(listCallRecords, CallRecordsInput.parse({}))).records).toEqual(
      [],
    );
    expect((await list("eva")).records).toEqual([]);
  });

  test("HIS-06 HIS-07 HIS-08 the owner may open the card from a line, others get the main information only", async () => {
    const title = "Weekly planning";
    const detail = async (name: keyof Cast) => {
      const [line] = await linesOf(name, title);
      if (!line) throw new Error("no record");
      return contextFor(db, cast[name].actor).ask(getCallRecord, { callRecordId: line.id });
    };
    expect((await detail("ada")).conference).toMatchObject({
      title,
      ownerName: "Ada Lindqvist",
      isOwn: true,
    });
    expect((await detail("ben")).conference).toMatchObject({
      title,
      ownerName: "Ada Lindqvist",
      isOwn: false,
    });
  });

  test("INV-45 GAP-102 a line keeps title, name and time when the conference is cancelled or gone", async () => {
    const title = "Short lived";
    const view = await schedule({ title, attendees: [person(cast.ben)] });
    await react();
    await contextFor(db, cast.ada.actor, at(-40)).run(cancelEvent, { eventId: view.id });
    const [line] = await linesOf("ben", title);
    if (!line) throw new Error("no record");
    const ask = () => contextFor(db, cast.ben.actor).ask(getCallRecord, { callRecordId: line.id });
    expect((await ask()).conference).toMatchObject({ isCancelled: true });
    await db.event.delete({ where: { id: view.id } });
    await db.conference.delete({ where: { id: ConferenceId.parse(view.conference.id) } });
    expect(await ask()).toEqual({ ...line, conferenceNumber: null, conference: null });
  });
});
