import "server-only";
import type { Context } from "#lib/adapters/database/context";
import { displayNameOf } from "#lib/shared/text";
import { requireSubscriber } from "../policy.ts";
import type { ProjectSubscriptionView } from "./schema.ts";
import { freeSlug, slugFrom } from "./slug.ts";

/** The subscription of the actor's organization with the name that is offered; `not_found` for everybody but its admins. GAP-112 */
export async function getProjectSubscription(context: Context): Promise<ProjectSubscriptionView> {
  const { organization } = requireSubscriber(context.actor);
  const { name, subscriptions } = await context.db.organization.findUniqueOrThrow({
    where: { id: organization.id },
    select: {
      name: true,
      subscriptions: {
        where: { app: "project" },
        select: { slug: true, createdAt: true, createdById: true },
      },
    },
  });
  const [subscription] = subscriptions;
  if (!subscription) return { subscription: null, suggestion: await freeSlugFor(context, name) };
  const by = await context.db.person.findUnique({
    where: { id: subscription.createdById },
    select: { displayName: true, firstName: true, lastName: true },
  });
  return {
    subscription: {
      slug: subscription.slug,
      createdAt: subscription.createdAt.toISOString(),
      createdBy: by && displayNameOf(by),
    },
    suggestion: subscription.slug,
  };
}

async function freeSlugFor(context: Context, name: string): Promise<string> {
  const slug = slugFrom(name);
  const taken = await context.db.appSubscription.findMany({
    where: { app: "project", slug: { startsWith: slug } },
    select: { slug: true },
  });
  return freeSlug(slug, new Set(taken.map((row) => row.slug)));
}
