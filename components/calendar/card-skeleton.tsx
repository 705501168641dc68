"use client";

import { Skeleton, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Late } from "#components/ui/late";

const facts = 6;

/** The shape of a card that is on its way. */
export function CardSkeleton() {
  const t = useTranslations("common");
  return (
    <Late label={t("loading")}>
      <Stack gap="md">
        <Skeleton height={28} width="80%" />
        <Skeleton height={16} width="95%" />
        <Skeleton height={42} radius="md" />
        {[...Array(facts).keys()].map((fact) => (
          <Skeleton key={fact} height={20} />
        ))}
      </Stack>
    </Late>
  );
}
