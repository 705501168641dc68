import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Context } from "#lib/adapters/database/context";
import { PersonId } from "#lib/shared/ids";
import { addMinutes } from "#lib/shared/time";
import { type ActionPurpose, isInMail, lifetimeMinutes } from "./purposes.ts";

/** What a good token stands for. */
export type TokenHolder = {
  readonly personId: PersonId;
  /** The address that the mail with it went to; null for tickets that no mail carried. */
  readonly email: string | null;
};

/**
 * Makes the secret of a single-use link or ticket. Of links the earlier ones of this purpose and person open nothing any
 * more; tickets of two browsers do not disturb each other. Only its hash is stored. INV-40
 * @open the commands that call it decided
 */
export async function issueToken(
  context: Context,
  input: { readonly purpose: ActionPurpose; readonly personId: PersonId; readonly email?: string },
): Promise<string> {
  if (isInMail(input.purpose)) await replaceTokens(context, input);
  const secret = randomBytes(32).toString("base64url");
  await context.db.actionToken.create({
    data: {
      ...input,
      tokenHash: hashOf(secret),
      createdAt: context.now,
      expiresAt: addMinutes(context.now, lifetimeMinutes[input.purpose]),
    },
    select: { id: true },
  });
  return secret;
}

/**
 * Uses a token up; null when it is unknown, used, replaced or too old. Of parallel requests one gets it.
 * @open the token is the proof
 */
export async function redeemToken(
  context: Context,
  input: { readonly purpose: ActionPurpose; readonly secret: string },
): Promise<TokenHolder | null> {
  const [row] = await context.db.actionToken.updateManyAndReturn({
    where: {
      purpose: input.purpose,
      tokenHash: hashOf(input.secret),
      usedAt: null,
      revokedAt: null,
      expiresAt: { gt: context.now },
    },
    data: { usedAt: context.now },
    select: { personId: true, email: true },
  });
  return row?.personId ? { personId: PersonId.parse(row.personId), email: row.email } : null;
}

/**
 * Lets the open tokens of one purpose and person open nothing any more.
 * @open the commands that call it decided
 */
export async function revokeTokens(
  context: Pick<Context, "db" | "now">,
  input: { readonly purpose: ActionPurpose; readonly personId: PersonId },
): Promise<void> {
  const { purpose, personId } = input;
  await context.db.actionToken.updateMany({
    where: { purpose, personId, usedAt: null, revokedAt: null },
    data: { revokedAt: context.now },
  });
}

async function replaceTokens(
  context: Context,
  input: { readonly purpose: ActionPurpose; readonly personId: PersonId },
): Promise<void> {
  // Whoever else is about to make one waits here, and finds this one to replace.
  await context.db.$executeRaw`SELECT 1 FROM "Person" WHERE "id" = ${input.personId}::uuid FOR NO KEY UPDATE`;
  await revokeTokens(context, input);
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
