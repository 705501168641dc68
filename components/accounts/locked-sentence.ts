import type { CallProblem } from "#lib/door/call";

/**
 * The sentence of a locked account with the end of the lock in place of {until}; undefined for other refusals. The server
 * cannot know the zone of somebody who is not signed in; the browser does. GAP-034
 */
export function lockedSentence(problem: CallProblem, sentence: string): string | undefined {
  const until = new Date(problem.values.until ?? "");
  if (problem.reason !== "accountLocked" || Number.isNaN(until.getTime())) return undefined;
  const format = new Intl.DateTimeFormat(document.documentElement.lang === "de" ? "de-DE" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
  });
  return sentence.replace("{until}", format.format(until));
}
