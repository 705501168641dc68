import { ConferenceNumber } from "#lib/conferences/schema";
import type { SignedInContext } from "#lib/door/signed-in";
import { getEntrance } from "#lib/live/queries";

/** How many people are in the conference with this number now; the reader has been found to be invited. */
export async function insideCountOf(context: SignedInContext, number: string): Promise<number> {
  const { insideCount } = await getEntrance(context, { number: ConferenceNumber.parse(number) });
  return insideCount;
}
