import "server-only";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { DomainError } from "#lib/shared/errors";
import { type OrganizationId, PersonId } from "#lib/shared/ids";
import { holdOrganization } from "../../commands.ts";
import { memberRemoved } from "../../facts.ts";
import { requireOwnManager } from "../../policy.ts";
import { listAdminIds } from "../queries.ts";
import type { ChosenMembers } from "../schema.ts";

/**
 * Ends a membership: the account stays as an individual one with contacts and chats. Refuses with `not_found` for who is
 * no member of the actor's organization, and with `conflict` when no active admin would be left. ORG-45..47, GAP-008,
 * GAP-063, GAP-064, INV-02
 */
export async function removeMember(
  context: Context,
  { personId }: { readonly personId: PersonId },
): Promise<undefined> {
  const { organization } = requireOwnManager(context.actor);
  const removed = await remove(context, { organizationId: organization.id, personIds: [personId] });
  if (removed.length === 0) throw new DomainError("not_found");
}

/** Ends several memberships, all or none; who is no member is left out. */
export async function removeMembers(
  context: Context,
  { personIds }: ChosenMembers,
): Promise<{ removedCount: number }> {
  const { organization } = requireOwnManager(context.actor);
  const removed = await remove(context, { organizationId: organization.id, personIds });
  return { removedCount: removed.length };
}

/**
 * Refuses with `conflict` when nobody but those who leave could manage the organization. The caller holds it. INV-02
 * @open only a step of commands that asked already
 */
export async function requireOtherAdmin(
  context: Context,
  input: { readonly organizationId: OrganizationId; readonly leaving: readonly PersonId[] },
): Promise<PersonId> {
  const { organizationId, leaving } = input;
  const heir = await context.db.membership.findFirst({
    where: {
      organizationId,
      role: "ADMIN",
      personId: { notIn: [...leaving] },
      person: { is: { state: "ACTIVE" } },
    },
    orderBy: [{ joinedAt: "asc" }, { personId: "asc" }],
    select: { personId: true },
  });
  if (!heir) throw new DomainError("conflict", { reason: "lastOrganizationAdmin" });
  return PersonId.parse(heir.personId);
}

async function remove(
  context: Context,
  input: { readonly organizationId: OrganizationId; readonly personIds: readonly PersonId[] },
): Promise<PersonId[]> {
  const { organizationId, personIds } = input;
  await holdOrganization(context, organizationId);
  await requireStillManaging(context, organizationId);
  const rows = await context.db.membership.findMany({
    where: { organizationId, personId: { in: [...personIds] } },
    select: { personId: true },
  });
  const leaving = rows.map(({ personId }) => PersonId.parse(personId));
  if (leaving.length === 0) return [];
  const heirId = await heirOf(context, { organizationId, leaving });
  await context.db.membership.deleteMany({ where: { organizationId, personId: { in: leaving } } });
  const admins = await listAdminIds(context, { organizationId });
  for (const personId of leaving) {
    await recordAudit(context, {
      action: "member.removed",
      targetType: "person",
      targetId: personId,
      details: { organizationId },
    });
    await announce(context, memberRemoved, {
      personId,
      organizationId,
      heirId,
      removedAt: context.now.toISOString(),
      people: [...admins, personId],
    });
  }
  return leaving;
}

/** Whoever removes takes over, unless that is one of those who leave. GAP-064 */
async function heirOf(
  context: Context,
  input: { readonly organizationId: OrganizationId; readonly leaving: readonly PersonId[] },
): Promise<PersonId> {
  const { actor } = context;
  const other = await requireOtherAdmin(context, input);
  return actor.kind === "person" && !input.leaving.includes(actor.personId) ? actor.personId : other;
}

/** Another admin may have been quicker, while this one waited for the organization. */
async function requireStillManaging(context: Context, organizationId: OrganizationId): Promise<void> {
  const { actor } = context;
  if (actor.kind !== "person") return;
  const manages = await context.db.membership.count({
    where: { personId: actor.personId, organizationId, role: "ADMIN" },
  });
  if (manages === 0) throw new DomainError("forbidden", { reason: "managersOnly" });
}
