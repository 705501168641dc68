import { z } from "zod";
import { defineFact, personChannel } from "#lib/shared/fact";
import { PersonId } from "#lib/shared/ids";
import { ConferenceHint } from "../schema.ts";

/** A room was made or shared with more people, or people were called into a conference on the fly. */
export const peopleInvited = defineFact({
  name: "conference.people-invited",
  payload: ConferenceHint.extend({
    /** The owner and everybody invited who has an account. */
    people: z.array(PersonId),
    /** Rows of the list that are new. */
    invited: z.array(z.uuid()),
  }),
  channels: ({ people }) => people.map(personChannel),
  hint: ({ conferenceId, number }): ConferenceHint => ({ conferenceId, number }),
});
