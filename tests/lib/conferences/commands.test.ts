import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unseal } from "#lib/adapters/database/sealed-text";
import {
  cancelConference,
  changeConference,
  lockConference,
  noteUse,
  openConference,
  unlockConference,
} from "#lib/conferences/commands";
import { ConferenceNumber } from "#lib/conferences/schema";
import {
  type Cast,
  createCast,
  factsAbout,
  invite,
  opened,
  refusalOf,
  settingsOf,
} from "../../support/conferences.ts";
import {
  connectTestDatabase,
  contextFor,
  createOrganization,
  createPerson,
  nobody,
  type TestClient,
} from "../../support/people.ts";

let db: TestClient;
let cast: Cast;

beforeAll(async () => {
  db = await connectTestDatabase();
  cast = await createCast(db);
});
afterAll(() => db.$disconnect());

const as = (name: keyof Cast) => contextFor(db, cast[name].actor);
const open = (wish: Parameters<typeof settingsOf>[0] = {}) => opened(db, cast.ada.actor, wish);
const invitedTo = (conferenceId: string) =>
  db.conferenceParticipant.findMany({ where: { conferenceId }, orderBy: { invitedAt: "asc" } });
const startSession = (conferenceId: string) =>
  db.conferenceSession.create({
    data: { conferenceId, mediaRoom: `room of ${conferenceId} ${Math.random()}`, startedAt: new Date() },
  });

describe("opening", () => {
  test("CNF-03 INV-25 a conference gets a number of ten digits that no other has", async () => {
    const many = await Promise.all(Array.from({ length: 30 }, () => open()));
    const numbers = many.map(({ number }) => ConferenceNumber.parse(number));
    expect(new Set(numbers).size).toBe(30);
  });

  test("GAP-012 an individual account and somebody without a session cannot host", async () => {
    for (const actor of [cast.eva.actor, nobody]) {
      const refusal = await refusalOf(contextFor(db, actor).run(openConference, settingsOf()));
      expect(refusal.code).toBe("forbidden");
      expect(refusal.details.reason).toBe("schedulingNotAllowed");
    }
  });

  test("GAP-093 the PIN cannot be read from the table, and two same PINs look different", async () => {
    const [one, two] = [await open({ pin: "482913" }), await open({ pin: "482913" })];
    const rows = await db.conference.findMany({ where: { id: { in: [one.id, two.id] } } });
    const sealed = rows.map(({ pinSealed }) => pinSealed ?? "");
    expect(sealed.join()).not.toContain("482913");
    expect(new Set(sealed).size).toBe(2);
    expect(sealed.map((value) => unseal("conference PIN", value))).toEqual(["482913", "482913"]);
    const spoiled = `${sealed[0]?.slice(0, -2)}AA`;
    expect(() => unseal("conference PIN", spoiled)).toThrow();
  });

  test("GAP-014 a colleague's address becomes the colleague, the owner has no row, a stranger stays an address", async () => {
    const { id } = await open({
      participants: [
        invite(cast.ada),
        invite(cast.cleo, "MODERATOR"),
        { kind: "email", email: "BEN@example.org", role: "PARTICIPANT" },
        { kind: "email", email: "zoe@example.net", name: "Zoe", role: "PARTICIPANT" },
      ],
    });
    const rows = await invitedTo(id);
    expect(rows.map(({ personId, emailNorm, role }) => [personId ?? emailNorm, role]).sort()).toEqual(
      [
        [cast.ben.actor.personId, "PARTICIPANT"],
        [cast.cleo.actor.personId, "MODERATOR"],
        ["zoe@example.net", "PARTICIPANT"],
      ].sort(),
    );
  });

  test("INV-05 an address becomes an account elsewhere only once that account has confirmed it", async () => {
    const elsewhere = await createOrganization(db, "Elsewhere");
    const finn = await createPerson(db, { username: "finn", organizationId: elsewhere });
    const participants = [{ kind: "email", email: "finn@example.org", role: "PARTICIPANT" }] as const;
    expect(await invitedTo((await open({ participants })).id)).toMatchObject([{ personId: null }]);
    await db.person.update({ where: { id: finn.person.id }, data: { emailVerifiedAt: new Date() } });
    expect(await invitedTo((await open({ participants })).id)).toMatchObject([{ personId: finn.person.id }]);
  });

  test("CNF-21 accounts of other organizations cannot be invited by their ids, and nothing is written", async () => {
    const before = await db.conference.count();
    const refusal = await refusalOf(open({ participants: [invite(cast.ben), invite(cast.eva)] }));
    expect(refusal.details.fields).toEqual([{ field: "participants.1.personId", reason: "unknownPerson" }]);
    expect(await db.conference.count()).toBe(before);
  });
});

describe("changing", () => {
  test("the invited who stay keep their rows, others go or come, and roles follow", async () => {
    const { id } = await open({ participants: [invite(cast.ben), invite(cast.cleo)] });
    const before = await invitedTo(id);
    const settings = settingsOf({
      title: "Studio 2",
      pin: "1234",
      isRecordingPlanned: true,
      participants: [invite(cast.ben, "MODERATOR"), invite(cast.dan)],
    });
    await as("ada").run(changeConference, { conferenceId: id, ...settings });
    const after = await invitedTo(id);
    const rowOf = (rows: typeof after, who: Cast[keyof Cast]) =>
      rows.find(({ personId }) => personId === who.actor.personId);
    expect(after).toHaveLength(2);
    expect(rowOf(after, cast.ben)).toMatchObject({ id: rowOf(before, cast.ben)?.id, role: "MODERATOR" });
    expect(rowOf(after, cast.dan)).toMatchObject({ role: "PARTICIPANT" });
    expect(await db.conference.findUnique({ where: { id } })).toMatchObject({
      title: "Studio 2",
      isRecordingPlanned: true,
    });
    const [fact] = await factsAbout(db, id);
    expect(fact?.name).toBe("conference.changed");
    const people = [cast.ada, cast.ben, cast.cleo, cast.dan].map(({ actor }) => actor.personId);
    expect(fact?.payload.people).toEqual(expect.arrayContaining(people));
  });

  test("GAP-097 only the owner changes it: the invited are forbidden, for everybody else it does not exist", async () => {
    const { id } = await open({ participants: [invite(cast.ben, "MODERATOR")] });
    const change = { conferenceId: id, ...settingsOf({ title: "Mine" }) };
    expect((await refusalOf(as("ben").run(changeConference, change))).code).toBe("forbidden");
    expect((await refusalOf(as("cleo").run(changeConference, change))).code).toBe("not_found");
    expect((await refusalOf(as("ben").run(cancelConference, { conferenceId: id }))).code).toBe("forbidden");
    expect((await refusalOf(as("eva").run(cancelConference, { conferenceId: id }))).code).toBe("not_found");
    expect(await db.conference.findUnique({ where: { id } })).toMatchObject({
      title: "Studio",
      cancelledAt: null,
    });
  });

  test("GAP-090 the mode stays as it is while people are inside, everything else may change", async () => {
    const { id } = await open();
    await startSession(id);
    const lecture = { conferenceId: id, ...settingsOf({ mode: "LECTURE" }) };
    expect((await refusalOf(as("ada").run(changeConference, lecture))).details.reason).toBe(
      "conferenceRunning",
    );
    await as("ada").run(changeConference, { conferenceId: id, ...settingsOf({ title: "Renamed" }) });
    expect(await db.conference.findUnique({ where: { id } })).toMatchObject({
      title: "Renamed",
      mode: "EQUAL",
    });
  });
});

describe("cancelling", () => {
  test("GAP-097 a running conference has to be ended first", async () => {
    const { id } = await open();
    const session = await startSession(id);
    const refusal = await refusalOf(as("ada").run(cancelConference, { conferenceId: id }));
    expect([refusal.code, refusal.details.reason]).toEqual(["conflict", "conferenceRunning"]);
    await db.conferenceSession.update({ where: { id: session.id }, data: { endedAt: new Date() } });
    await as("ada").run(cancelConference, { conferenceId: id });
    expect((await db.conference.findUnique({ where: { id } }))?.cancelledAt).not.toBeNull();
  });

  test("twice is harmless and told once; a cancelled conference cannot be changed", async () => {
    const { id } = await open({ participants: [invite(cast.ben)] });
    await as("ada").run(cancelConference, { conferenceId: id });
    await as("ada").run(cancelConference, { conferenceId: id });
    expect((await factsAbout(db, id)).map(({ name }) => name)).toEqual(["conference.cancelled"]);
    const change = as("ada").run(changeConference, { conferenceId: id, ...settingsOf() });
    expect((await refusalOf(change)).details.reason).toBe("conferenceCancelled");
  });
});

describe("the lock", () => {
  test("GAP-092 INV-27 owner and moderators lock and unlock, only while people are inside", async () => {
    const { id, number } = await open({ participants: [invite(cast.ben, "MODERATOR"), invite(cast.cleo)] });
    expect((await refusalOf(as("ada").run(lockConference, { number }))).details.reason).toBe(
      "conferenceNotRunning",
    );
    await startSession(id);
    expect((await refusalOf(as("cleo").run(lockConference, { number }))).code).toBe("forbidden");
    expect((await refusalOf(as("dan").run(lockConference, { number }))).code).toBe("not_found");
    await as("ben").run(lockConference, { number });
    await as("ada").run(lockConference, { number });
    expect(await db.conference.findUnique({ where: { id } })).toMatchObject({ isLocked: true });
    await as("ada").run(unlockConference, { number });
    expect(await db.conference.findUnique({ where: { id } })).toMatchObject({ isLocked: false });
    const actions = await db.auditEntry.findMany({
      where: { targetId: id, action: { contains: "lock" } },
      orderBy: { at: "asc" },
    });
    expect(actions.map(({ action }) => action)).toEqual(["conference.locked", "conference.unlocked"]);
  });

  test("INV-27 locking at the very moment of the end leaves no lock behind", async () => {
    for (let round = 0; round < 15; round += 1) {
      const { id, number } = await open();
      const session = await startSession(id);
      const end = as("ada").run(async (context) => {
        await context.db.conferenceSession.update({
          where: { id: session.id },
          data: { endedAt: new Date() },
        });
        await noteUse(context, { conferenceId: id, at: new Date(), isEnd: true });
      }, undefined);
      await Promise.allSettled([as("ada").run(lockConference, { number }), end]);
      expect(await db.conference.findUnique({ where: { id } })).toMatchObject({ isLocked: false });
    }
  });
});
