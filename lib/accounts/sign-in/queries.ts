import "server-only";
import { z } from "zod";
import type { Context } from "#lib/adapters/database/context";
import type { PersonId } from "#lib/shared/ids";
import { builtInTermsNumber } from "../terms/schema.ts";

const StandingRow = z.object({
  state: z.enum(["WAITING_EMAIL", "WAITING_TERMS", "ACTIVE", "DISABLED"]),
  mustChangePassword: z.boolean(),
  passwordHash: z.string().nullable(),
  hasSecondFactor: z.boolean(),
  hasAcceptedTerms: z.boolean(),
});

/**
 * How an account stands towards a sign-in, with the password that it has now, in one statement; null when there is none
 * any more. To decide on it, hold the person first: what is read before one waits for a lock is old afterwards.
 * @open the password was right, or a ticket is the proof
 */
export async function findStanding(
  context: Pick<Context, "db">,
  personId: PersonId,
): Promise<z.infer<typeof StandingRow> | null> {
  const [row] = await context.db.$queryRaw<unknown[]>`
    SELECT p."state"::text AS "state", p."mustChangePassword", p."passwordHash",
           EXISTS (
             SELECT 1 FROM "SecondFactor" f WHERE f."personId" = p."id" AND f."state" = 'ON'
           ) AS "hasSecondFactor",
           EXISTS (
             SELECT 1 FROM "TermsAcceptance" a
              WHERE a."personId" = p."id"
                AND a."number" = (SELECT COALESCE(max("number"), ${builtInTermsNumber}::int) FROM "TermsText")
           ) AS "hasAcceptedTerms"
      FROM "Person" p
     WHERE p."id" = ${personId}::uuid`;
  return row === undefined ? null : StandingRow.parse(row);
}

/**
 * Until when the person's account is locked; null when it is open. INV-13
 * @open each step of a sign-in asks it
 */
export async function findLockEnd(
  context: Pick<Context, "db" | "now">,
  personId: PersonId,
): Promise<Date | null> {
  const guard = await context.db.loginGuard.findUnique({
    where: { personId },
    select: { lockedUntil: true },
  });
  return guard?.lockedUntil && guard.lockedUntil > context.now ? guard.lockedUntil : null;
}
