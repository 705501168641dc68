import "server-only";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import { DomainError } from "#lib/shared/errors";
import type { PersonId } from "#lib/shared/ids";
import type { Grant } from "./licence.ts";
import { requireLicenceGranter } from "./policy.ts";

/**
 * Gives a person a PRO licence, or changes the one there is. A temporary one needs an end in the future. Giving the same
 * again changes nothing but the audit. ADM-09, PRO-01
 */
export async function grantLicence(
  context: Context,
  input: { readonly personId: PersonId; readonly grant: Grant },
): Promise<void> {
  requireLicenceGranter(context.actor);
  const { personId, grant } = input;
  if (grant.kind === "TEMPORARY" && (!grant.validUntil || grant.validUntil <= context.now)) {
    throw new DomainError("invalid_input", { reason: "licenceOver" });
  }
  const values = {
    kind: grant.kind,
    validUntil: grant.kind === "TEMPORARY" ? grant.validUntil : null,
    grantedById: context.actor.kind === "person" ? context.actor.personId : null,
    grantedAt: context.now,
  };
  await context.db.licenceGrant.upsert({
    where: { personId },
    create: { personId, ...values },
    update: values,
    select: { personId: true },
  });
  await recordAudit(context, {
    action: "licence.granted",
    targetType: "person",
    targetId: personId,
    details: { kind: grant.kind, validUntil: values.validUntil?.toISOString() ?? null },
  });
}

/** Takes the PRO licence away; somebody without one stays without. ADM-09 */
export async function withdrawLicence(
  context: Context,
  input: { readonly personId: PersonId },
): Promise<void> {
  requireLicenceGranter(context.actor);
  const { count } = await context.db.licenceGrant.deleteMany({ where: { personId: input.personId } });
  if (count === 0) return;
  await recordAudit(context, { action: "licence.withdrawn", targetType: "person", targetId: input.personId });
}
