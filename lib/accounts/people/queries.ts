import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { PersonId } from "#lib/shared/ids";
import { requireAccountAdministrator } from "../policy.ts";
import { freeUsername, usernameFrom } from "../username.ts";

/** A user name made of the names that nobody has yet. GAP-023 */
export async function getFreeUsername(
  context: Pick<Context, "actor" | "db">,
  names: { readonly firstName: string; readonly lastName: string },
): Promise<string> {
  requireAccountAdministrator(context.actor);
  const wanted = usernameFrom(names.firstName, names.lastName);
  const taken = await context.db.person.findMany({
    where: { username: { startsWith: wanted } },
    select: { username: true },
  });
  const takenNames = new Set(taken.map(({ username }) => username));
  return freeUsername(wanted, (candidate) => takenNames.has(candidate));
}

/** Which of the two somebody has already. INV-10 */
export async function listTakenNames(
  context: Pick<Context, "actor" | "db">,
  wanted: { readonly username: string; readonly emailNorm: string },
): Promise<readonly ("username" | "email")[]> {
  requireAccountAdministrator(context.actor);
  const people = await context.db.person.findMany({
    where: { OR: [{ username: wanted.username }, { emailNorm: wanted.emailNorm }] },
    select: { id: true, username: true, emailNorm: true },
  });
  return people.flatMap((person) => [
    ...(person.username === wanted.username ? (["username"] as const) : []),
    ...(person.emailNorm === wanted.emailNorm ? (["email"] as const) : []),
  ]);
}

/** Active server administrators. */
export async function listAdministrators(context: Pick<Context, "actor" | "db">): Promise<PersonId[]> {
  requireAccountAdministrator(context.actor);
  const rows = await context.db.person.findMany({
    where: { isServerAdmin: true, state: "ACTIVE" },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => PersonId.parse(id));
}

/** The state in which a closed account opens again: nobody skips the activation or the terms by being closed. GAP-002 */
export async function getReopenedState(
  context: Pick<Context, "actor" | "db">,
  personId: PersonId,
): Promise<"WAITING_EMAIL" | "WAITING_TERMS" | "ACTIVE"> {
  requireAccountAdministrator(context.actor);
  const accepted = await context.db.termsAcceptance.count({ where: { personId } });
  if (accepted > 0) return "ACTIVE";
  const registered = await context.db.auditEntry.count({
    where: { targetType: "person", targetId: personId, action: "account.registered" },
  });
  const confirmed = await context.db.person.count({
    where: { id: personId, emailVerifiedAt: { not: null } },
  });
  return registered > 0 && confirmed === 0 ? "WAITING_EMAIL" : "WAITING_TERMS";
}
