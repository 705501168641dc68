import { presentSeconds } from "#lib/live/attendance";

/** What one person's history says of a conference session. */
export type SessionLine = {
  readonly personId: string;
  readonly direction: "IN" | "OUT";
  readonly outcome: "ANSWERED" | "RUNNING" | "MISSED";
  readonly at: Date;
  readonly durationSeconds: number | null;
};

/** A session as its history is made from it. */
export type SessionCourse = {
  readonly ownerId: string;
  readonly startedAt: Date;
  /** Null while it runs. */
  readonly endedAt: Date | null;
  /** Every connection of accounts; guests have no history. */
  readonly attendance: readonly {
    readonly personId: string;
    readonly joinedAt: Date | null;
    readonly leftAt: Date | null;
  }[];
  /** Who was expected to come; empty where nobody was. */
  readonly expected: readonly string[];
};

/**
 * One line for each person who took part, by whatever number of connections, and once it is over one for each who was
 * expected and did not come. For the owner it was an outgoing call, for all others an incoming one. HIS-05, GAP-102
 */
export function sessionLines(course: SessionCourse): readonly SessionLine[] {
  const { ownerId, startedAt, endedAt, attendance, expected } = course;
  const present = [...new Set(attendance.map(({ personId }) => personId))];
  const lines = present.map((personId): SessionLine => {
    const own = attendance.filter((connection) => connection.personId === personId);
    const joins = own.map(({ joinedAt }) => Number(joinedAt ?? startedAt));
    return {
      personId,
      direction: personId === ownerId ? "OUT" : "IN",
      outcome: endedAt ? "ANSWERED" : "RUNNING",
      at: new Date(Math.min(...joins)),
      durationSeconds: endedAt && presentSeconds(own, endedAt),
    };
  });
  if (!endedAt) return lines;
  const absent = expected.filter((personId) => !present.includes(personId));
  return [...lines, ...absent.map((personId) => missed(personId, startedAt))];
}

function missed(personId: string, at: Date): SessionLine {
  return { personId, direction: "IN", outcome: "MISSED", at, durationSeconds: null };
}
