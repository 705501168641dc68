import { expect, test } from "vitest";
import { type SessionCourse, sessionLines } from "#lib/calls/session-lines";

const at = (minute: number) => new Date(Date.parse("2026-11-24T09:00:00Z") + minute * 60_000);

function course(wish: Partial<SessionCourse> = {}): SessionCourse {
  return {
    ownerId: "ada",
    startedAt: at(0),
    endedAt: at(30),
    attendance: [
      { personId: "ada", joinedAt: at(0), leftAt: at(30) },
      { personId: "ben", joinedAt: at(5), leftAt: at(10) },
      { personId: "ben", joinedAt: at(12), leftAt: at(20) },
    ],
    expected: ["ben", "cleo"],
    ...wish,
  };
}

test("HIS-05 GAP-102 one line for each person: outgoing for the owner, time connected, missed for who did not come", () => {
  expect(sessionLines(course())).toEqual([
    { personId: "ada", direction: "OUT", outcome: "ANSWERED", at: at(0), durationSeconds: 1800 },
    { personId: "ben", direction: "IN", outcome: "ANSWERED", at: at(5), durationSeconds: 780 },
    { personId: "cleo", direction: "IN", outcome: "MISSED", at: at(0), durationSeconds: null },
  ]);
});

test("while it runs there is no length yet, and nobody has missed anything", () => {
  expect(
    sessionLines(course({ endedAt: null })).map(({ outcome, durationSeconds }) => [outcome, durationSeconds]),
  ).toEqual([
    ["RUNNING", null],
    ["RUNNING", null],
  ]);
});

test("somebody of whom only the leave was told took part, from the start of the session at the earliest", () => {
  const attendance = [{ personId: "cleo", joinedAt: null, leftAt: at(9) }];
  expect(sessionLines(course({ attendance, expected: [] }))).toEqual([
    { personId: "cleo", direction: "IN", outcome: "ANSWERED", at: at(0), durationSeconds: 0 },
  ]);
});
