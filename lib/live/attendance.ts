/** One connection of somebody to a session. Its times are null as long as nobody told them. */
export type Connection = {
  readonly connectionId: string;
  readonly joinedAt: Date | null;
  readonly leftAt: Date | null;
};

/** A session with every connection that it had. `startedAt` is when it was opened until somebody is known to have joined. */
export type SessionState = {
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly connections: readonly Connection[];
};

/** What happened in a media room, by the media server's clock. */
export type SessionEvent =
  | {
      readonly kind: "joined" | "left";
      readonly at: Date;
      readonly connection: { readonly connectionId: string; readonly joinedAt: Date | null };
    }
  | { readonly kind: "finished"; readonly at: Date };

/**
 * The session after an event. The events of one media room give the same session in whatever order and however often they
 * come, because each time is settled by the earliest or latest that was told and never by what came last. Without its
 * `joined` a connection is known from its `left`, without its `left` it is closed by the end of the room. An end is final.
 * The same object comes back when nothing changed. R7
 */
export function sessionAfter(state: SessionState, event: SessionEvent): SessionState {
  const after = event.kind === "finished" ? afterFinish(state, event.at) : afterConnection(state, event);
  return isSame(state, after) ? state : after;
}

function afterConnection(
  state: SessionState,
  event: Extract<SessionEvent, { kind: "joined" | "left" }>,
): SessionState {
  const { connectionId } = event.connection;
  const known = state.connections.find((connection) => connection.connectionId === connectionId);
  const joinedAt = earliest(
    known?.joinedAt,
    event.connection.joinedAt ?? (event.kind === "joined" ? event.at : null),
  );
  const told = event.kind === "left" ? notBefore(event.at, joinedAt) : null;
  const closed = state.endedAt && notBefore(state.endedAt, joinedAt);
  const leftAt = earliest(known?.leftAt && notBefore(known.leftAt, joinedAt), told, closed);
  const settled = { connectionId, joinedAt, leftAt };
  const connections = known
    ? state.connections.map((connection) => (connection === known ? settled : connection))
    : [...state.connections, settled];
  return withStart({ ...state, connections });
}

/** Somebody who joined later than that is in a room that came to life again under the same name, which stays. */
function afterFinish(state: SessionState, at: Date): SessionState {
  const isNewer = ({ joinedAt }: Connection) => joinedAt !== null && joinedAt > at;
  const connections = state.connections.map((connection) =>
    isNewer(connection)
      ? connection
      : { ...connection, leftAt: earliest(connection.leftAt, notBefore(at, connection.joinedAt)) },
  );
  const goesOn = connections.some((connection) => connection.leftAt === null);
  const endedAt = state.endedAt ?? (goesOn ? null : at);
  return withStart({ ...state, endedAt, connections });
}

function withStart(state: SessionState): SessionState {
  const joined = earliest(...state.connections.map(({ joinedAt }) => joinedAt));
  const startedAt = earliest(joined ?? state.startedAt, state.endedAt) ?? state.startedAt;
  return { ...state, startedAt };
}

function earliest(...times: readonly (Date | null | undefined)[]): Date | null {
  const told = times.flatMap((time) => time ?? []);
  return told.length === 0 ? null : new Date(Math.min(...told.map(Number)));
}

function notBefore(time: Date, earliestPossible: Date | null): Date {
  return earliestPossible && earliestPossible > time ? earliestPossible : time;
}

function isSame(one: SessionState, other: SessionState): boolean {
  return (
    Number(one.startedAt) === Number(other.startedAt) &&
    Number(one.endedAt) === Number(other.endedAt) &&
    one.connections.length === other.connections.length &&
    changedConnections(one, other).length === 0
  );
}

/** The connections that are new or have other times. */
export function changedConnections(before: SessionState, after: SessionState): readonly Connection[] {
  const known = new Map(before.connections.map((connection) => [connection.connectionId, connection]));
  return after.connections.filter((connection) => {
    const earlier = known.get(connection.connectionId);
    return (
      !earlier ||
      Number(earlier.joinedAt) !== Number(connection.joinedAt) ||
      Number(earlier.leftAt) !== Number(connection.leftAt)
    );
  });
}

/** Seconds during which at least one of the connections was open, until `until` for those that still are. GAP-102 */
export function presentSeconds(
  connections: readonly Omit<Connection, "connectionId">[],
  until: Date,
): number {
  const spans = connections
    .flatMap(({ joinedAt, leftAt }) =>
      joinedAt ? [{ from: Number(joinedAt), to: Number(leftAt ?? until) }] : [],
    )
    .sort((one, other) => one.from - other.from);
  let totalMs = 0;
  let countedTo = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans) {
    totalMs += Math.max(0, to - Math.max(from, countedTo));
    countedTo = Math.max(countedTo, to);
  }
  return Math.round(totalMs / 1000);
}
