"use client";

import { useTranslations } from "next-intl";
import { Fact, Facts } from "#components/ui/facts";
import type { ProjectSubscriptionView } from "#lib/organizations/projects/schema";
import { formatDate } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";

type Props = { readonly subscription: NonNullable<ProjectSubscriptionView["subscription"]> };

/** What the organization subscribed to. GAP-112 */
export function ProjectFacts({ subscription: { slug, createdAt, createdBy } }: Props) {
  const t = useTranslations("organization.project");
  const reader = useReader();
  return (
    <Facts>
      <Fact name={t("slug")}>{slug}</Fact>
      <Fact name={t("state")}>{t("stateActive")}</Fact>
      <Fact name={t("since")}>{formatDate(new Date(createdAt), reader)}</Fact>
      {createdBy ? <Fact name={t("by")}>{createdBy}</Fact> : null}
    </Facts>
  );
}
