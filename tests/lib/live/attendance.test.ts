import { describe, expect, test } from "vitest";
import { presentSeconds, type SessionEvent, type SessionState, sessionAfter } from "#lib/live/attendance";
import { seeded, shuffled } from "../../support/random.ts";

const startMs = Date.parse("2026-11-24T09:00:00Z");
const at = (seconds: number) => new Date(startMs + seconds * 1000);
const opened: SessionState = { startedAt: at(-3), endedAt: null, connections: [] };

/** One session as a media server would tell it, in its order: everybody joins, most leave, the room is over. */
function toldSession(random: () => number): SessionEvent[] {
  const finishedAt = 600;
  const events: { second: number; event: SessionEvent }[] = [];
  const count = 1 + Math.floor(random() * 6);
  for (let index = 0; index < count; index += 1) {
    const joinedAt = Math.floor(random() * 500);
    const connection = { connectionId: `PA_${index}`, joinedAt: at(joinedAt) };
    events.push({ second: joinedAt, event: { kind: "joined", at: at(joinedAt), connection } });
    if (random() < 0.85) {
      const leftAt = joinedAt + Math.floor(random() * (finishedAt - joinedAt));
      events.push({ second: leftAt + 0.5, event: { kind: "left", at: at(leftAt), connection } });
    }
  }
  events.sort((one, other) => one.second - other.second);
  return [...events.map(({ event }) => event), { kind: "finished", at: at(finishedAt) }];
}

const told = (events: readonly SessionEvent[]) => events.reduce(sessionAfter, opened);

/** Comparable whatever the order of the connections. */
function outcome({ startedAt, endedAt, connections }: SessionState) {
  return {
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString(),
    connections: connections
      .map(({ connectionId, joinedAt, leftAt }) => [
        connectionId,
        joinedAt?.toISOString(),
        leftAt?.toISOString(),
      ])
      .sort(),
  };
}

describe("R7 what the media server tells", () => {
  test("10,000 sessions told twice, late and out of order end as those told once and in order", () => {
    for (let seed = 1; seed <= 10_000; seed += 1) {
      const random = seeded(seed);
      const inOrder = toldSession(random);
      const repeated = inOrder.filter(() => random() < 0.3);
      const disorder = shuffled([...inOrder, ...repeated], random);
      expect(outcome(told(disorder)), `seed ${seed}`).toEqual(outcome(told(inOrder)));
    }
  });

  test("10,000 sessions of which words are lost still end, with nobody left inside", () => {
    for (let seed = 1; seed <= 10_000; seed += 1) {
      const random = seeded(seed + 20_000);
      const inOrder = toldSession(random);
      const heard = inOrder.filter(({ kind }) => kind === "finished" || random() < 0.7);
      const { endedAt, connections } = told(shuffled(heard, random));
      expect(endedAt, `seed ${seed}`).toEqual(at(600));
      expect(connections.every(({ leftAt }) => leftAt !== null && leftAt <= at(600))).toBe(true);
      const truth = told(inOrder).connections;
      for (const { connectionId, joinedAt } of connections) {
        // The word of leaving says too when somebody had come.
        expect(truth.find((one) => one.connectionId === connectionId)?.joinedAt).toEqual(joinedAt);
      }
    }
  });

  test("a repetition gives back the very same object, so that nothing is written", () => {
    const events = toldSession(seeded(7));
    const after = told(events);
    for (const event of events) expect(sessionAfter(after, event)).toBe(after);
  });
});

describe("a session", () => {
  const ada = { connectionId: "PA_ada", joinedAt: at(10) };
  const ben = { connectionId: "PA_ben", joinedAt: at(20) };
  const join = (connection: typeof ada): SessionEvent => ({
    kind: "joined",
    at: connection.joinedAt,
    connection,
  });
  const leave = (connection: typeof ada, second: number): SessionEvent => ({
    kind: "left",
    at: at(second),
    connection,
  });
  const finish = (second: number): SessionEvent => ({ kind: "finished", at: at(second) });

  test("starts with the first person who joined and not with the token", () => {
    expect(told([join(ben), join(ada)]).startedAt).toEqual(at(10));
  });

  test("a join that is heard of after the leave does not open the attendance again", () => {
    expect(told([leave(ada, 30), join(ada)]).connections).toEqual([{ ...ada, leftAt: at(30) }]);
  });

  test("a join that is heard of after the end does not open the session again", () => {
    const state = told([finish(60), join(ada)]);
    expect(state.endedAt).toEqual(at(60));
    expect(state.connections).toEqual([{ ...ada, leftAt: at(60) }]);
  });

  test("the end closes whoever has not left", () => {
    const state = told([join(ada), join(ben), leave(ada, 40), finish(60)]);
    expect(state.connections.map(({ leftAt }) => leftAt)).toEqual([at(40), at(60)]);
  });

  test("an end that is heard of late does not end a gathering that began again in the same room", () => {
    const again = { connectionId: "PA_ada_again", joinedAt: at(90) };
    const state = told([join(ada), join(again), finish(60)]);
    expect(state.endedAt).toBeNull();
    expect(state.connections).toEqual([
      { ...ada, leftAt: at(60) },
      { ...again, leftAt: null },
    ]);
  });

  test("nobody leaves before joining, however the clocks stand", () => {
    const early: SessionEvent = { kind: "left", at: at(9), connection: ada };
    expect(told([join(ada), early]).connections).toEqual([{ ...ada, leftAt: at(10) }]);
    expect(told([early, join(ada)]).connections).toEqual([{ ...ada, leftAt: at(10) }]);
  });

  test("a leave without any join is kept, its length unknown", () => {
    const unknown = { connectionId: "PA_x", joinedAt: null };
    const state = told([{ kind: "left", at: at(30), connection: unknown }]);
    expect(state.connections).toEqual([{ ...unknown, leftAt: at(30) }]);
    expect(presentSeconds(state.connections, at(60))).toBe(0);
  });
});

describe("GAP-102 the time somebody was present", () => {
  const span = (from: number, to: number | null) => ({
    joinedAt: at(from),
    leftAt: to === null ? null : at(to),
  });
  test.each([
    ["no connection", [], 0],
    ["one connection", [span(0, 60)], 60],
    ["two one after the other, as after a reload", [span(0, 60), span(90, 100)], 70],
    ["two devices at once count once", [span(0, 60), span(30, 90)], 90],
    ["one inside the other", [span(0, 100), span(10, 20)], 100],
    ["one that is still open", [span(50, null)], 70],
  ])("%s", (_, connections, seconds) => {
    expect(presentSeconds(connections, at(120))).toBe(seconds);
  });
});
