import { z } from "zod";
import { defineFact, personChannel } from "#lib/shared/fact";
import { PersonId } from "#lib/shared/ids";
import { ConferenceHint } from "./schema.ts";

const payload = ConferenceHint.extend({
  /** The owner and the invited accounts, and those who were invited until now. */
  people: z.array(PersonId),
});

type Payload = z.infer<typeof payload>;

const channels = ({ people }: Payload) => people.map(personChannel);
const hint = ({ conferenceId, number }: Payload): ConferenceHint => ({ conferenceId, number });

/** Its title, PIN, people or another setting changed, or it was locked or unlocked. */
export const conferenceChanged = defineFact({ name: "conference.changed", payload, channels, hint });

/** It was cancelled and admits nobody any more. */
export const conferenceCancelled = defineFact({ name: "conference.cancelled", payload, channels, hint });
