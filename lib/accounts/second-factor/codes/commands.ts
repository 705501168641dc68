import "server-only";
import { createHmac, randomInt } from "node:crypto";
import type { Context } from "#lib/adapters/database/context";
import { derivedKey, unseal } from "#lib/adapters/database/sealed-text";
import { type DomainError, invalidField } from "#lib/shared/errors";
import type { PersonId } from "#lib/shared/ids";
import {
  groupedCode,
  isAuthenticatorCode,
  plainCode,
  recoveryCodeCount,
  recoveryCodeLength,
  recoveryCodeLetters,
} from "../recovery-code.ts";
import { matchedStep } from "../totp.ts";

/** What became of a typed code: the authenticator's or a recovery code was right and is used up, or it was not right. */
export type SpentCode = "authenticator" | "recovery" | "usedBefore" | "wrong";

/**
 * Uses a code of somebody whose second factor is on. Each is taken once, also of parallel tries: the step of the last
 * code only rises, in one statement. The attempt has to be claimed before. GAP-037, GAP-038, INV-15
 * @open the code is the proof
 */
export async function spendCode(
  context: Context,
  { personId, code }: { readonly personId: PersonId; readonly code: string },
): Promise<SpentCode> {
  const plain = plainCode(code);
  if (isAuthenticatorCode(plain)) return spendAuthenticatorCode(context, { personId, plain });
  const { count } = await context.db.recoveryCode.updateMany({
    where: { personId, codeHash: hashOf(plain), usedAt: null, person: { secondFactor: { state: "ON" } } },
    data: { usedAt: context.now },
  });
  return count === 1 ? "recovery" : "wrong";
}

/**
 * Replaces the recovery codes of a person by ten new ones and answers with them; only their hashes are kept. GAP-037
 * @open the commands that call it decided
 */
export async function replaceRecoveryCodes(context: Context, personId: PersonId): Promise<string[]> {
  const letter = () => recoveryCodeLetters.charAt(randomInt(recoveryCodeLetters.length));
  const codes = Array.from({ length: recoveryCodeCount }, () =>
    Array.from({ length: recoveryCodeLength }, letter).join(""),
  );
  await context.db.recoveryCode.deleteMany({ where: { personId } });
  await context.db.recoveryCode.createMany({
    data: codes.map((code) => ({ personId, codeHash: hashOf(code) })),
  });
  return codes.map(groupedCode);
}

/**
 * The refusal of a code that was not right.
 * @open words only
 */
export function refuseCode(spent: "usedBefore" | "wrong"): DomainError {
  return invalidField("code", spent === "usedBefore" ? "codeUsed" : "wrongCode");
}

async function spendAuthenticatorCode(
  context: Context,
  { personId, plain }: { readonly personId: PersonId; readonly plain: string },
): Promise<SpentCode> {
  const factor = await context.db.secondFactor.findFirst({
    where: { personId, state: "ON" },
    select: { secretSealed: true },
  });
  if (!factor) return "wrong";
  const secret = unseal("authenticator secret", factor.secretSealed);
  const step = matchedStep({ secret, code: plain, now: context.now });
  if (step === null) return "wrong";
  const { count } = await context.db.secondFactor.updateMany({
    where: { personId, state: "ON", lastUsedStep: { lt: step } },
    data: { lastUsedStep: step },
  });
  return count === 1 ? "authenticator" : "usedBefore";
}

/** Keyed, so that nobody finds the codes out who has the table alone. */
function hashOf(plain: string): string {
  return createHmac("sha256", derivedKey("recovery code")).update(plain).digest("hex");
}
