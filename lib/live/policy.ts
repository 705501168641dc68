import type { Actor } from "#lib/shared/context";

/** Whether the actor speaks for the media server or for the clock: only they say what happened in a media room. */
export function canTellOfMedia(actor: Actor): boolean {
  return actor.kind === "system";
}
