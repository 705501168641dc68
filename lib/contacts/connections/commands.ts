import "server-only";
import { requirePerson } from "#lib/accounts/policy";
import type { Context } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { DomainError } from "#lib/shared/errors";
import type { PersonId } from "#lib/shared/ids";
import { contactEnded } from "../facts.ts";
import { pairOf } from "./pair.ts";

/**
 * Makes two people contacts of each other, also again after an end; for two who are already, nothing changes. INV-08
 * @open the commands that call it decided
 */
export async function connect(
  context: Context,
  input: {
    readonly people: readonly [PersonId, PersonId];
    readonly source: "CONTACT_REQUEST" | "INVITATION";
  },
): Promise<void> {
  const { db, now } = context;
  const { personAId, personBId } = pairOf(input.people);
  await db.$executeRaw`
    INSERT INTO "Connection" AS c ("id", "personAId", "personBId", "source", "since")
    VALUES (gen_random_uuid(), ${personAId}::uuid, ${personBId}::uuid, ${input.source}::"ConnectionSource", ${now})
    ON CONFLICT ("personAId", "personBId") DO UPDATE SET "endedAt" = NULL, "since" = ${now}, "source" = EXCLUDED."source"
    WHERE c."endedAt" IS NOT NULL`;
}

/**
 * Ends a contact of the actor's, for both sides. A contact that is over stays over; refuses with `not_found` when there
 * never was one. GAP-052
 */
export async function endContact(
  context: Context,
  input: { readonly personId: PersonId },
): Promise<undefined> {
  const actor = requirePerson(context.actor);
  const pair = pairOf([actor.personId, input.personId]);
  const { count } = await context.db.connection.updateMany({
    where: { ...pair, endedAt: null },
    data: { endedAt: context.now },
  });
  if (count > 0) {
    await announce(context, contactEnded, { people: [actor.personId, input.personId] });
    return;
  }
  if ((await context.db.connection.count({ where: pair })) === 0) throw new DomainError("not_found");
}
