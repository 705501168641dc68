"use client";

import { Button, Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { AdministeredPerson } from "#lib/admin/schema";
import { usePersonActions } from "./use-person-actions.tsx";

/** What may be done with the person whose page this is. */
export function PersonActions({ person }: { readonly person: AdministeredPerson }) {
  const t = useTranslations("admin.person");
  const actions = usePersonActions(person);
  return (
    <Group gap="xs" mt="lg">
      {actions.map(({ key, isGrave, run }) => (
        <Button key={key} variant="default" c={isGrave ? "var(--atrium-danger)" : undefined} onClick={run}>
          {t(key)}
        </Button>
      ))}
    </Group>
  );
}
