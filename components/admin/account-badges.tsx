"use client";

import { Badge, Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { AdministeredPerson } from "#lib/admin/schema";
import { useMoments } from "./use-moments.ts";

/** The state of an account in words; what is ordinary is quiet. */
export function AccountBadges({ person }: { readonly person: AdministeredPerson }) {
  const t = useTranslations("admin.state");
  const moments = useMoments();
  const isClosed = person.state === "DISABLED";
  return (
    <Group gap={6}>
      <Badge
        variant="default"
        radius="sm"
        tt="none"
        fw={500}
        c={isClosed ? "var(--atrium-danger)" : undefined}
      >
        {t(person.state)}
      </Badge>
      {person.lockedUntil ? (
        <Badge variant="default" radius="sm" tt="none" fw={500} c="var(--atrium-waiting)">
          {t("locked", { until: moments.dateTime(person.lockedUntil) })}
        </Badge>
      ) : null}
      {person.isServerAdmin ? (
        <Badge variant="default" radius="sm" tt="none" fw={500}>
          {t("administrator")}
        </Badge>
      ) : null}
      {person.mustChangePassword ? (
        <Badge variant="default" radius="sm" tt="none" fw={500}>
          {t("temporaryPassword")}
        </Badge>
      ) : null}
    </Group>
  );
}
