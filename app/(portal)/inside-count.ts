import type { OccurrenceView } from "#lib/calendar/schema";
import { ConferenceNumber } from "#lib/conferences/schema";
import type { SignedInContext } from "#lib/door/signed-in";
import { getEntrance, listInsideCounts } from "#lib/live/queries";

/** Whether the conference with this number runs and how many people are inside; the reader has been found to be invited. */
export async function presenceIn(context: SignedInContext, number: string) {
  const key = { number: ConferenceNumber.parse(number) };
  const { insideCount, hasSession } = await getEntrance(context, key);
  return { insideCount, isRunning: hasSession };
}

/** How many people are in the conferences of these meetings now, by conference ID; one question for all of them. */
export async function insideCountsOf(
  context: SignedInContext,
  occurrences: readonly OccurrenceView[],
): Promise<Readonly<Record<string, number>>> {
  const counts = await listInsideCounts(
    context,
    occurrences.map(({ conferenceId }) => conferenceId),
  );
  const known = occurrences.map(
    ({ conferenceId, conferenceNumber }) => [conferenceNumber, counts.get(conferenceId) ?? 0] as const,
  );
  return Object.fromEntries(known);
}
