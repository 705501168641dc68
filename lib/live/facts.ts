import { z } from "zod";
import { ConferenceHint } from "#lib/conferences/schema";
import { defineFact, personChannel } from "#lib/shared/fact";
import { ConferenceSessionId, PersonId } from "#lib/shared/ids";

const common = {
  ...ConferenceHint.shape,
  sessionId: ConferenceSessionId,
  /** Whose pages may want to know: the owner and the invited accounts. */
  people: z.array(PersonId),
};

type Common = ConferenceHint & { readonly people: readonly PersonId[] };

const channels = ({ people }: Common) => people.map(personChannel);
const hint = ({ conferenceId, number }: Common): ConferenceHint => ({ conferenceId, number });

/** Somebody joined first. */
export const sessionStarted = defineFact({
  name: "conference-session.started",
  payload: z.object(common),
  channels,
  hint,
});

/** It is over and somebody had taken part. */
export const sessionEnded = defineFact({
  name: "conference-session.ended",
  payload: z.object(common),
  channels,
  hint,
});

/** Somebody came or went, or it turned out later when. */
export const attendanceChanged = defineFact({
  name: "attendance.changed",
  payload: z.object({
    ...common,
    /** Null for guests. */
    personId: PersonId.nullable(),
  }),
  // Each coming and going of a large conference would be pushed to everybody invited; their pages see it when they ask.
  channels: ({ people }) => (people.length <= 50 ? people.map(personChannel) : []),
  hint,
});
