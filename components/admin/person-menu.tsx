"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconDotsVertical } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { AdministeredPerson } from "#lib/admin/schema";
import { usePersonActions } from "./use-person-actions.tsx";

/** What may be done with a person, at the end of the row. */
export function PersonMenu({ person }: { readonly person: AdministeredPerson }) {
  const t = useTranslations("admin");
  const actions = usePersonActions(person);
  return (
    <Menu position="bottom-end" shadow="md" width={240}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t("people.actionsFor", { name: person.name })}
        >
          <IconDotsVertical size={20} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} href={`/admin/people/${person.id}`}>
          {t("person.open")}
        </Menu.Item>
        {actions.map(({ key, isGrave, run }) => (
          <Menu.Item key={key} c={isGrave ? "var(--atrium-danger)" : undefined} onClick={run}>
            {t(`person.${key}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
