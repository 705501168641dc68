import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { freeUsername, usernameFrom } from "../username.ts";
import type { UsernameWish } from "./schema.ts";

/**
 * The user name that an account with these names would get now. It is promised to nobody: at creation it is made again.
 * ACC-06, ACC-07, GAP-023
 * @open whoever registers is shown the name to come
 */
export async function findFreeUsername(
  context: Pick<Context, "db">,
  names: UsernameWish,
): Promise<{ username: string }> {
  const wanted = usernameFrom(names.firstName, names.lastName);
  const taken = await context.db.person.findMany({
    where: { username: { startsWith: wanted } },
    select: { username: true },
  });
  const takenNames = new Set(taken.map(({ username }) => username));
  return { username: freeUsername(wanted, (candidate) => takenNames.has(candidate)) };
}
