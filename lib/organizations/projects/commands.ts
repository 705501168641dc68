import "server-only";
import { recordAudit } from "#lib/adapters/database/audit";
import type { Context } from "#lib/adapters/database/context";
import { announce } from "#lib/adapters/jobs/announce";
import { DomainError, invalidField } from "#lib/shared/errors";
import { organizationChanged } from "../facts.ts";
import { listAdminIds } from "../members/queries.ts";
import { requireSubscriber } from "../policy.ts";
import { getProjectSubscription } from "./queries.ts";
import type { ProjectSubscriptionInput, ProjectSubscriptionView } from "./schema.ts";

/**
 * Subscribes the actor's organization to the project application. Refuses with `conflict` when it has subscribed, and at
 * `slug` when another organization has the name; of parallel requests one wins. GAP-112, INV-44
 */
export async function subscribeForProject(
  context: Context,
  { slug }: ProjectSubscriptionInput,
): Promise<ProjectSubscriptionView> {
  const actor = requireSubscriber(context.actor);
  const organizationId = actor.organization.id;
  const { count } = await context.db.appSubscription.createMany({
    data: { organizationId, app: "project", slug, createdById: actor.personId, createdAt: context.now },
    skipDuplicates: true,
  });
  if (count === 0) throw await refusal(context, organizationId);
  await recordAudit(context, {
    action: "project.subscribed",
    targetType: "organization",
    targetId: organizationId,
    details: { slug },
  });
  const people = await listAdminIds(context, { organizationId });
  await announce(context, organizationChanged, { organizationId, people });
  return getProjectSubscription(context);
}

async function refusal(context: Context, organizationId: string): Promise<DomainError> {
  const own = await context.db.appSubscription.count({ where: { organizationId, app: "project" } });
  return own > 0
    ? new DomainError("conflict", { reason: "subscribedAlready" })
    : invalidField("slug", "nameTaken");
}
