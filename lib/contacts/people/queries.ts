import "server-only";
import { z } from "zod";
import { literally } from "#lib/accounts/people/name-search";
import { requirePerson } from "#lib/accounts/policy";
import { Prisma } from "#lib/adapters/database/client";
import type { Context } from "#lib/adapters/database/context";
import { PersonId } from "#lib/shared/ids";
import { displayNameOf } from "#lib/shared/text";
import type { PersonChoice, PersonSearch } from "./schema.ts";

const KnownPerson = z.object({
  id: PersonId,
  firstName: z.string(),
  lastName: z.string(),
  displayName: z.string().nullable(),
  email: z.string(),
  avatarId: z.string().nullable(),
  department: z.string().nullable(),
  isColleague: z.boolean(),
});

/**
 * Active colleagues of the actor's organization and contacts, everybody once, by name; without oneself. An individual
 * account has its contacts. INV-42, RFC-26, RFC-27, GAP-101
 */
export async function listKnownPeople(
  context: Context,
  input: PersonSearch,
): Promise<{ people: PersonChoice[] }> {
  const { personId, organization } = requirePerson(context.actor);
  const organizationId = organization?.id ?? null;
  const shown = Prisma.sql`p."id", p."firstName", p."lastName", p."displayName", p."email", p."avatarId"`;
  const wanted = Prisma.sql`p."state" = 'ACTIVE' AND p."id" <> ${personId}::uuid ${matching(input.query)}
    ORDER BY p."lastName", p."firstName", p."id" LIMIT ${input.limit}`;
  // Each half is cut by itself, so that a large organization is not sorted for a few lines of it.
  const rows = await context.db.$queryRaw<unknown[]>`
    WITH contact AS (
      SELECT "personBId" AS id FROM "Connection" WHERE "personAId" = ${personId}::uuid AND "endedAt" IS NULL UNION ALL
      SELECT "personAId" FROM "Connection" WHERE "personBId" = ${personId}::uuid AND "endedAt" IS NULL
    ), found AS (
      (SELECT ${shown}, m."departmentId", true AS "isColleague"
        FROM "Membership" m JOIN "Person" p ON p."id" = m."personId"
        WHERE m."organizationId" = ${organizationId}::uuid AND ${wanted})
      UNION ALL
      (SELECT ${shown}, NULL, false
        FROM contact c JOIN "Person" p ON p."id" = c.id
        WHERE NOT EXISTS (
          SELECT 1 FROM "Membership" m WHERE m."personId" = p."id" AND m."organizationId" = ${organizationId}::uuid
        ) AND ${wanted})
    )
    SELECT f."id", f."firstName", f."lastName", f."displayName", f."email", f."avatarId", d."name" AS "department",
      f."isColleague"
    FROM found f LEFT JOIN "Department" d ON d."id" = f."departmentId"
    ORDER BY f."lastName", f."firstName", f."id" LIMIT ${input.limit}`;
  const people = z.array(KnownPerson).parse(rows);
  return { people: people.map((person) => choiceOf(person)) };
}

/** Of these people those to whom the actor is connected and whose account is open. */
export async function listContactIds(
  context: Context,
  input: { readonly among: readonly PersonId[] },
): Promise<ReadonlySet<string>> {
  const { personId } = requirePerson(context.actor);
  if (input.among.length === 0) return new Set();
  const rows = await context.db.$queryRaw<{ id: string }[]>`
    SELECT p."id"::text FROM "Connection" c
      JOIN "Person" p ON p."id" IN (c."personAId", c."personBId") AND p."id" = ANY (${input.among}::uuid[])
    WHERE ${personId}::uuid IN (c."personAId", c."personBId") AND p."id" <> ${personId}::uuid
      AND p."state" = 'ACTIVE' AND c."endedAt" IS NULL`;
  return new Set(rows.map(({ id }) => id));
}

function choiceOf(person: z.infer<typeof KnownPerson>): PersonChoice {
  const { id, email, avatarId, department, isColleague } = person;
  return { id, name: displayNameOf(person), email, avatarId, department, isColleague };
}

/** Each word stands somewhere in a name, the user name or the address; the expression is the index `Person_letters`. */
function matching(query: string | undefined): Prisma.Sql {
  const words = (query?.split(/\s+/) ?? []).filter((word) => word !== "");
  const conditions = words.map(
    (
      word,
    ) => Prisma.sql`AND lower(p."firstName" || ' ' || p."lastName" || ' ' || coalesce(p."displayName", '') || ' ' ||
      p."username" || ' ' || p."email") LIKE lower(${`%${literally(word)}%`})`,
  );
  return conditions.length === 0 ? Prisma.empty : Prisma.join(conditions, " ");
}
