import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { type Actor, isLocale } from "#lib/shared/context";
import { OrganizationId, PersonId, SignInSessionId } from "#lib/shared/ids";
import { displayNameOf } from "#lib/shared/text";

/**
 * Who stands behind a sign-in session's id: one indexed read. Revoked, expired and unknown sessions, and accounts that are
 * not active, give the anonymous actor. INV-11, INV-16
 * @open the door asks this before anybody is known
 */
export async function findActor(
  context: Pick<Context, "db" | "now">,
  sessionId: SignInSessionId,
): Promise<{ readonly actor: Actor; readonly lastSeenAt: Date } | null> {
  const session = await context.db.signInSession.findUnique({
    where: { id: sessionId },
    select: {
      id: true,
      expiresAt: true,
      revokedAt: true,
      lastSeenAt: true,
      person: {
        select: {
          id: true,
          state: true,
          isServerAdmin: true,
          firstName: true,
          lastName: true,
          displayName: true,
          timeZone: true,
          locale: true,
          membership: { select: { organizationId: true, role: true } },
        },
      },
    },
  });
  if (!session || session.revokedAt || session.expiresAt <= context.now) return null;
  const { person } = session;
  if (person.state !== "ACTIVE") return null;
  const { membership } = person;
  return {
    lastSeenAt: session.lastSeenAt,
    actor: {
      kind: "person",
      personId: PersonId.parse(person.id),
      sessionId: SignInSessionId.parse(session.id),
      isServerAdmin: person.isServerAdmin,
      organization: membership
        ? { id: OrganizationId.parse(membership.organizationId), role: membership.role }
        : null,
      displayName: displayNameOf(person),
      timeZone: person.timeZone,
      locale: isLocale(person.locale) ? person.locale : null,
    },
  };
}
