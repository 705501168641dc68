import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { DomainError } from "#lib/shared/errors";
import type { PersonId } from "#lib/shared/ids";
import { licenceState } from "./licence.ts";
import { canReadLicence } from "./policy.ts";
import { type LicenceView, licenceView } from "./schema.ts";

/** The PRO licence of a person at this moment; `isValid` says whether conferences may be joined. PRO-01..05 */
export async function getLicence(
  context: Pick<Context, "actor" | "db" | "now">,
  personId: PersonId,
): Promise<LicenceView> {
  if (!canReadLicence(context.actor, personId)) throw new DomainError("not_found");
  const grant = await context.db.licenceGrant.findUnique({
    where: { personId },
    select: { kind: true, validUntil: true },
  });
  return licenceView(licenceState(grant, context.now));
}
