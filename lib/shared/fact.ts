import type { z } from "zod";

/**
 * What a domain announces after it changed something: a name in the past tense and a payload of plain JSON values.
 * `channels` names the realtime channels that get it as a hint after the commit.
 */
export type FactKind<Name extends string = string, Payload extends z.ZodType = z.ZodType> = {
  readonly name: Name;
  readonly payload: Payload;
  readonly channels: (payload: z.infer<Payload>) => readonly string[];
  /** What is pushed to those channels: the payload, or the part of it that pages need and may see; at most 10,240 bytes. */
  readonly hint: (payload: z.infer<Payload>) => unknown;
};

/** An announced fact as it travels in a job. */
export type Fact = { readonly name: string; readonly payload: unknown };

/** Declares a fact of a domain. Without `channels` it is heard by reactions only. */
export function defineFact<const Name extends string, Payload extends z.ZodType>(kind: {
  name: Name;
  payload: Payload;
  channels?: (payload: z.infer<Payload>) => readonly string[];
  hint?: (payload: z.infer<Payload>) => unknown;
}): FactKind<Name, Payload> {
  const { name, payload, channels = () => [], hint = (whole) => whole } = kind;
  return { name, payload, channels, hint };
}

/** The realtime channel that only this person's pages may subscribe to. */
export function personChannel(personId: string): string {
  return `private-person-${personId}`;
}
