"use client";

import { Skeleton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Late } from "#components/ui/late";

/** Lines that will be meetings. */
export function ListSkeleton({ lines = 4 }: { readonly lines?: number }) {
  const t = useTranslations("common");
  return (
    <Late label={t("loading")}>
      {[...Array(lines).keys()].map((line) => (
        <Skeleton key={line} height={40} mb={8} radius="md" />
      ))}
    </Late>
  );
}
