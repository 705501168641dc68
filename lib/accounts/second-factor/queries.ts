import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { requirePerson } from "../policy.ts";
import type { SecondFactorView } from "./schema.ts";

/** How the actor's own second factor stands; one that was only begun is off. SIG-22, SIG-27, SIG-30 */
export async function getSecondFactor(context: Pick<Context, "actor" | "db">): Promise<SecondFactorView> {
  const { personId } = requirePerson(context.actor);
  const [factor, recoveryCodesLeft] = await Promise.all([
    context.db.secondFactor.findUnique({ where: { personId }, select: { state: true } }),
    context.db.recoveryCode.count({ where: { personId, usedAt: null } }),
  ]);
  const isOn = factor?.state === "ON";
  return { isOn, recoveryCodesLeft: isOn ? recoveryCodesLeft : 0 };
}
