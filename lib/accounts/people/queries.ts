import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { isLocale } from "#lib/shared/context";
import { PersonId } from "#lib/shared/ids";
import { requireAccountAdministrator, requirePerson } from "../policy.ts";
import type { ProfileView } from "../schema.ts";
import { freeUsername, usernameFrom } from "../username.ts";

/** The actor's own profile. */
export async function getProfile(context: Pick<Context, "actor" | "db">): Promise<ProfileView> {
  const actor = requirePerson(context.actor);
  const person = await context.db.person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: {
      username: true,
      firstName: true,
      lastName: true,
      email: true,
      locale: true,
      timeZone: true,
      membership: { select: { organization: { select: { name: true } } } },
    },
  });
  return {
    id: actor.personId,
    username: person.username,
    firstName: person.firstName,
    lastName: person.lastName,
    email: person.email,
    organization: person.membership?.organization.name ?? null,
    locale: isLocale(person.locale) ? person.locale : null,
    timeZone: person.timeZone,
  };
}

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
