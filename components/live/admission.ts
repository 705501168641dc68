import { ConferenceNumber } from "#lib/conferences/schema";
import { CallProblem, call } from "#lib/door/call";
import { getEntrance, joinConference } from "#lib/live/endpoints";
import type { Admission, JoinView } from "#lib/live/schema";
import type { MeetingMemory } from "./meeting-memory.ts";

/** The answer at the door. */
export type Answer =
  | { readonly kind: "admitted"; readonly admission: Admission }
  /** The portal decided so; asking again at once changes nothing. */
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** The portal or the media server does not answer at the moment. */
  | { readonly kind: "unreachable"; readonly refusal: Refusal };

export type Refusal = {
  /** Of `refusals.reasons`. */
  readonly reason: string | null;
  readonly values: Readonly<Record<string, string | number>>;
  /** Already in the reader's language; null when nothing answered. */
  readonly message: string | null;
  readonly field: "pin" | "name" | null;
};

const reasonsAtPin = ["pinNeeded", "pinWrong", "pinPaused"];
const unreachable = ["offline", "internal", "unavailable"];

/** Asks to be let in. */
export async function askAdmission({ number, pin, name }: MeetingMemory): Promise<Answer> {
  try {
    const input = { number: ConferenceNumber.parse(number), pin, name };
    return { kind: "admitted", admission: await call(joinConference, input) };
  } catch (error) {
    if (!(error instanceof CallProblem)) throw error;
    const kind = unreachable.includes(error.code) ? "unreachable" : "refused";
    return { kind, refusal: refusalOf(error) };
  }
}

function refusalOf(problem: CallProblem): Refusal {
  const { reason = null, values, fields } = problem;
  const refused = fields.find(({ field }) => field === "pin" || field === "name");
  const isPin = reason !== null && reasonsAtPin.includes(reason);
  const field = isPin || refused?.field === "pin" ? "pin" : refused ? "name" : null;
  const message = problem.code === "offline" ? null : (refused?.message ?? problem.message);
  return { reason, values, message, field };
}

/** The conference as it is now; null when the portal does not answer or tells no more of it. */
export async function readEntrance(number: string): Promise<JoinView | null> {
  try {
    return await call(getEntrance, { number: ConferenceNumber.parse(number) });
  } catch (error) {
    if (!(error instanceof CallProblem)) throw error;
    return null;
  }
}
