import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { requirePerson } from "#lib/accounts/policy";
import { configuration } from "#lib/adapters/configuration";
import { Prisma } from "#lib/adapters/database/client";
import type { Context } from "#lib/adapters/database/context";
import type { PolledDatabase } from "#lib/adapters/database/polled";
import { type EventId, PersonId } from "#lib/shared/ids";
import { displayNameOf } from "#lib/shared/text";
import type { IcalendarEvent, IcalendarZone } from "../icalendar.ts";
import { icalendarEvent } from "../icalendar-event.ts";
import type { CalendarFeedView } from "../schema.ts";
import { listStoredEvents } from "../stored/queries.ts";

/** How long a cancelled event stays in feeds, so that programs take it out of their calendars. */
const keepCancelledMs = 30 * 24 * 60 * 60 * 1000;
const pageSize = 500;

/** Whether the actor has a feed, since when, and when a program last read it. */
export async function getCalendarFeed(context: Context): Promise<CalendarFeedView> {
  const { personId } = requirePerson(context.actor);
  const feed = await context.db.calendarFeed.findFirst({
    where: { personId, revokedAt: null },
    select: { createdAt: true, lastUsedAt: true },
  });
  return {
    exists: feed !== null,
    createdAt: feed?.createdAt.toISOString() ?? null,
    lastUsedAt: feed?.lastUsedAt?.toISOString() ?? null,
  };
}

/** A feed that somebody named by its token. */
export type FoundFeed = {
  readonly id: string;
  readonly personId: PersonId;
  /** Raised by every change of an event that the person sees. */
  readonly version: number;
  readonly lastUsedAt: Date | null;
  readonly personName: string;
};

const FeedRow = z.object({
  id: z.string(),
  personId: PersonId,
  version: z.number(),
  lastUsedAt: z.date().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  displayName: z.string().nullable(),
});

const feedByToken = {
  name: "feed by token",
  text: `
    SELECT f."id", f."personId", f."version", f."lastUsedAt", p."firstName", p."lastName", p."displayName"
    FROM "CalendarFeed" f JOIN "Person" p ON p."id" = f."personId"
    WHERE f."tokenHash" = $1 AND f."revokedAt" IS NULL AND p."state" = 'ACTIVE'`,
};

/**
 * The feed with this token, by one indexed statement; null for unknown and revoked ones, and for accounts that are not active.
 * @open the token is the proof
 */
export async function findFeed(
  database: PolledDatabase,
  input: { readonly token: string },
): Promise<FoundFeed | null> {
  const tokenHash = createHash("sha256").update(input.token).digest("hex");
  const [found] = await database.ask(feedByToken, [tokenHash]);
  if (found === undefined) return null;
  const row = FeedRow.parse(found);
  return { ...row, personName: displayNameOf(row) };
}

type FeedKey = { readonly personId: PersonId };

/**
 * The zones that the events of a feed need.
 * @open asked for a feed whose token was shown
 */
export async function listFeedZones(
  context: Pick<Context, "db" | "now">,
  input: FeedKey,
): Promise<readonly IcalendarZone[]> {
  return context.db.$queryRaw<IcalendarZone[]>`
    SELECT e."timeZone", LEAST(
      MIN(LEFT(e."localStart", 4)),
      MIN((SELECT MIN(LEFT(x."localStart", 4)) FROM "EventException" x WHERE x."eventId" = e."id"))
    )::int AS "sinceYear"
    FROM "Event" e
    WHERE e."id" IN (${feedEventIds(context, input)}) AND e."timeZone" <> 'UTC'
    GROUP BY e."timeZone" ORDER BY e."timeZone"`;
}

/**
 * The next events of a feed, at most 500, in the order of their ids; `after` is the last one seen, `next` the one to go on with.
 * @open asked for a feed whose token was shown
 */
export async function listFeedEvents(
  context: Context,
  input: FeedKey & { readonly after: EventId | null },
): Promise<{ readonly events: readonly IcalendarEvent[]; readonly next: EventId | null }> {
  const rows = await context.db.$queryRaw<{ id: EventId }[]>`
    SELECT "id" FROM (${feedEventIds(context, input)}) mine
    WHERE ${input.after}::uuid IS NULL OR "id" > ${input.after}::uuid
    ORDER BY "id" LIMIT ${pageSize}`;
  const ids = rows.map(({ id }) => id);
  const stored = await listStoredEvents(context, { ids, withAttendees: false });
  const { origin } = configuration();
  return {
    events: stored.map((event) => icalendarEvent(event, origin)),
    next: ids.length === pageSize ? (ids.at(-1) ?? null) : null,
  };
}

function feedEventIds({ now }: Pick<Context, "now">, { personId }: FeedKey): Prisma.Sql {
  const shown = Prisma.sql`(e."cancelledAt" IS NULL OR e."cancelledAt" > ${new Date(now.getTime() - keepCancelledMs)})`;
  return Prisma.sql`
    SELECT e."id" FROM "Event" e WHERE e."organizerId" = ${personId}::uuid AND ${shown}
    UNION
    SELECT e."id" FROM "EventAttendee" a JOIN "Event" e ON e."id" = a."eventId"
      WHERE a."personId" = ${personId}::uuid AND ${shown}`;
}
