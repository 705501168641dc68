"use client";

import { Skeleton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Late } from "#components/ui/late";

/** The shape of a calendar that is on its way. */
export function CalendarSkeleton({ hasToolbar }: { readonly hasToolbar?: boolean }) {
  const t = useTranslations("common");
  return (
    <Late label={t("loading")}>
      {hasToolbar ? <Skeleton height={36} mb={12} radius="md" /> : null}
      <Skeleton height={600} radius="lg" />
    </Late>
  );
}
