import "server-only";
import { createHash } from "node:crypto";
import type { Context } from "#lib/adapters/database/context";
import { PersonId } from "#lib/shared/ids";
import type { ActionPurpose } from "./purposes.ts";

/** A token as it is found: what became of it matters for the sentence somebody reads. */
export type FoundToken = {
  readonly personId: PersonId;
  readonly email: string | null;
  readonly state: "open" | "used" | "replaced" | "expired";
};

/**
 * What a token stands for, whatever became of it; null when there never was one. Reading it uses nothing up.
 * @open the token is the proof
 */
export async function findToken(
  context: Pick<Context, "db" | "now">,
  input: { readonly purpose: ActionPurpose; readonly secret: string },
): Promise<FoundToken | null> {
  const tokenHash = createHash("sha256").update(input.secret).digest("hex");
  const row = await context.db.actionToken.findUnique({
    where: { tokenHash },
    select: { purpose: true, personId: true, email: true, usedAt: true, revokedAt: true, expiresAt: true },
  });
  if (!row?.personId || row.purpose !== input.purpose) return null;
  const state = stateOf(row, context.now);
  return { personId: PersonId.parse(row.personId), email: row.email, state };
}

type Ends = { readonly usedAt: Date | null; readonly revokedAt: Date | null; readonly expiresAt: Date };

function stateOf({ usedAt, revokedAt, expiresAt }: Ends, now: Date): FoundToken["state"] {
  if (usedAt) return "used";
  if (revokedAt) return "replaced";
  return expiresAt > now ? "open" : "expired";
}
