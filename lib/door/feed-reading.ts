import "server-only";
import { database } from "#lib/adapters/database/client";
import { readingContext } from "#lib/adapters/database/context";
import { polledDatabase } from "#lib/adapters/database/polled";
import { log } from "#lib/adapters/log";
import { noteFeedUse } from "#lib/calendar/feeds/commands";
import { type FoundFeed, findFeed, listFeedEvents, listFeedZones } from "#lib/calendar/feeds/queries";
import { icalendarEventText, icalendarFooter, icalendarHeader } from "#lib/calendar/icalendar";
import { defaultLocale } from "#lib/shared/context";
import type { EventId } from "#lib/shared/ids";

/** How often programs are asked to come again; most have a rhythm of their own. */
const refreshMinutes = 15;

/** Raised when the same events are written another way, so that programs fetch them anew. */
const formatVersion = 1;

/** A feed that exists: what it says is only made when it is asked for. */
export type ReadableFeed = {
  /** Changes with every change of what the feed says. The day is in it because cancelled events leave it by and by. */
  readonly etag: string;
  readonly pieces: () => AsyncGenerator<string>;
  /** Notes that it was read; never rejects, and need not be awaited. */
  readonly noteUse: () => Promise<void>;
};

/** The feed that a token opens, by one indexed statement; null for unknown, revoked and malformed tokens. */
export async function readableFeed(token: string, now: Date): Promise<ReadableFeed | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const feed = await findFeed(polledDatabase(), { token });
  if (!feed) return null;
  return {
    etag: `"${formatVersion}-${feed.id}-${feed.version}-${now.toISOString().slice(0, 10)}"`,
    pieces: () => piecesOf(feed, now),
    noteUse: () => noteUse(feed, now),
  };
}

async function* piecesOf(feed: FoundFeed, now: Date): AsyncGenerator<string> {
  const context = readingContext(
    { actor: { kind: "system", reason: "calendar feed" }, now, locale: defaultLocale, requestId: feed.id },
    database(),
  );
  const { personId, personName } = feed;
  const zones = await listFeedZones(context, { personId });
  yield icalendarHeader({ method: "PUBLISH", name: `Atrium (${personName})`, refreshMinutes, zones });
  let after: EventId | null = null;
  do {
    const page: Awaited<ReturnType<typeof listFeedEvents>> = await listFeedEvents(context, {
      personId,
      after,
    });
    yield page.events.map((event) => icalendarEventText(event, "PUBLISH")).join("");
    after = page.next;
  } while (after !== null);
  yield icalendarFooter;
}

async function noteUse(feed: FoundFeed, now: Date): Promise<void> {
  try {
    await noteFeedUse({ db: database(), now }, { feedId: feed.id, lastUsedAt: feed.lastUsedAt });
  } catch (error) {
    log().warn({ feedId: feed.id, err: error }, "use of a feed not noted");
  }
}
