import "server-only";
import type { Context } from "#lib/adapters/database/context";
import type { PersonId } from "#lib/shared/ids";
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
