import "server-only";
import { z } from "zod";
import type { Context } from "#lib/adapters/database/context";
import { type Actor, isLocale } from "#lib/shared/context";
import { OrganizationId, PersonId, SignInSessionId, StoredFileId } from "#lib/shared/ids";
import { displayNameOf } from "#lib/shared/text";

const ActorRow = z.object({
  id: SignInSessionId,
  lastSeenAt: z.date(),
  personId: PersonId,
  isServerAdmin: z.boolean(),
  firstName: z.string(),
  lastName: z.string(),
  displayName: z.string().nullable(),
  avatarId: StoredFileId.nullable(),
  timeZone: z.string(),
  locale: z.string().nullable(),
  organizationId: OrganizationId.nullable(),
  role: z.enum(["ADMIN", "USER"]).nullable(),
});

/**
 * Who stands behind a sign-in session's id: one indexed statement, asked by every page and call. Revoked, expired and
 * unknown sessions, and accounts that are not active, give null. INV-11, INV-16
 * @open the door asks this before anybody is known
 */
export async function findActor(
  context: Pick<Context, "db" | "now">,
  sessionId: SignInSessionId,
): Promise<{ readonly actor: Actor; readonly lastSeenAt: Date } | null> {
  const rows = await context.db.$queryRaw<unknown[]>`
    SELECT s."id", s."lastSeenAt", p."id" AS "personId", p."isServerAdmin", p."firstName", p."lastName",
           p."displayName", p."avatarId", p."timeZone", p."locale", m."organizationId", m."role"::text AS "role"
      FROM "SignInSession" s
      JOIN "Person" p ON p."id" = s."personId"
      LEFT JOIN "Membership" m ON m."personId" = p."id"
     WHERE s."id" = ${sessionId}::uuid AND s."revokedAt" IS NULL AND s."expiresAt" > ${context.now}
       AND p."state" = 'ACTIVE'`;
  if (rows.length === 0) return null;
  const row = ActorRow.parse(rows[0]);
  return { lastSeenAt: row.lastSeenAt, actor: actorOf(row) };
}

function actorOf(row: z.infer<typeof ActorRow>): Actor {
  const { organizationId, role } = row;
  return {
    kind: "person",
    personId: row.personId,
    sessionId: row.id,
    isServerAdmin: row.isServerAdmin,
    organization: organizationId && role ? { id: organizationId, role } : null,
    displayName: displayNameOf(row),
    avatarId: row.avatarId,
    timeZone: row.timeZone,
    locale: isLocale(row.locale) ? row.locale : null,
  };
}
