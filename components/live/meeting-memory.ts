import { recordOf } from "./media-choice.ts";

/** What a browser tab remembers of the meeting it is in, so that a reload leads back without a question. */
export type MeetingMemory = {
  readonly number: string;
  readonly pin?: string;
  /** How a guest is called. */
  readonly name?: string;
};

const key = "atrium.meeting";

/** A tab that was closed longer ago than this and is opened again asks anew. */
export const memoryLifetimeMs = 2 * 60 * 1000;

/** Keeps, in this tab only, that the person is inside at this moment. */
export function rememberMeeting(memory: MeetingMemory): void {
  sessionStorage.setItem(key, JSON.stringify({ ...memory, at: Date.now() }));
}

/** The person left, or was sent out: the next visit asks again. */
export function forgetMeeting(): void {
  sessionStorage.removeItem(key);
}

/** What this tab remembers of the conference, if it was inside just now. */
export function recallMeeting(number: string): MeetingMemory | null {
  return parseMeetingMemory(sessionStorage.getItem(key), { number, now: Date.now() });
}

/** Reads a stored memory; null when it is of another conference, too old, or unreadable. */
export function parseMeetingMemory(
  text: string | null,
  asked: { readonly number: string; readonly now: number },
): MeetingMemory | null {
  const { number, at, pin, name } = recordOf(text);
  const isFresh = typeof at === "number" && asked.now - at < memoryLifetimeMs && at <= asked.now;
  if (number !== asked.number || !isFresh) return null;
  return {
    number: asked.number,
    ...(typeof pin === "string" ? { pin } : {}),
    ...(typeof name === "string" ? { name } : {}),
  };
}
