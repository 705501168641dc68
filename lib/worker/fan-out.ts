import "server-only";
import type { z } from "zod";
import type { Context } from "#lib/adapters/database/context";
import type { AnnouncedFact } from "#lib/adapters/jobs/announce";
import { jobs } from "#lib/adapters/jobs/index";
import type { FactKind } from "#lib/shared/fact";

/** What one domain does when a fact was announced. May run twice for the same fact, so it must be idempotent. */
export type Reaction<Payload = unknown> = (context: Context, payload: Payload) => Promise<void>;

/** The reactions to one fact, by names that no other reaction has. */
export type FactReactions = {
  readonly fact: string;
  readonly reactions: ReadonlyMap<string, Reaction>;
};

/** A line of the table: each reaction gets the payload as the fact's schema reads it. */
export function on<Name extends string, Payload extends z.ZodType>(
  kind: FactKind<Name, Payload>,
  reactions: Readonly<Record<string, Reaction<z.output<Payload>>>>,
): FactReactions {
  const parsing = Object.entries(reactions).map(([name, react]): [string, Reaction] => [
    name,
    (context, payload) => react(context, kind.payload.parse(payload)),
  ]);
  return { fact: kind.name, reactions: new Map(parsing) };
}

/** Makes one job of each reaction to the fact; doing it again makes none twice. */
export async function fanOut(
  context: Pick<Context, "db">,
  input: { readonly announced: AnnouncedFact; readonly table: readonly FactReactions[] },
): Promise<void> {
  const { announced, table } = input;
  const names = table
    .filter(({ fact }) => fact === announced.name)
    .flatMap(({ reactions }) => [...reactions.keys()]);
  if (names.length === 0) return;
  await jobs().enqueue(
    context.db,
    ...names.map((name) => ({
      queue: "facts" as const,
      name,
      payload: announced,
      key: `${announced.factId}:${name}`,
    })),
  );
}
