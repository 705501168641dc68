import { z } from "zod";
import { Instant } from "#lib/shared/text";

/** Longest name under which an organization finds its projects; a label of a host name could hold 63. */
export const maxSlugLength = 40;

/** Name under which the projects of an organization stand. GAP-112 */
export const ProjectSlug = z
  .string()
  .min(3)
  .max(maxSlugLength)
  .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])$/, { error: "notASlug" });

/** The form: one field. */
export const ProjectSubscriptionInput = z.strictObject({ slug: ProjectSlug });
export type ProjectSubscriptionInput = z.infer<typeof ProjectSubscriptionInput>;

/** The subscription, or the name that is offered for it. */
export const ProjectSubscriptionView = z.object({
  subscription: z
    .object({ slug: z.string(), createdAt: Instant, createdBy: z.string().nullable() })
    .nullable(),
  suggestion: z.string(),
});
export type ProjectSubscriptionView = z.infer<typeof ProjectSubscriptionView>;
