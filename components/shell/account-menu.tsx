"use client";

import { Menu, UnstyledButton } from "@mantine/core";
import { IconDownload, IconId, IconLogout, IconShieldCog } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Avatar } from "#components/ui/avatar";
import styles from "./account-menu.module.css";
import type { ShellPerson } from "./portal-shell.tsx";
import { useSignOut } from "./use-sign-out.ts";

type Props = {
  readonly person: ShellPerson;
  /** Null where the administrator has set none. GAP-013 */
  readonly downloadUrl: string | null;
};

/** The avatar with what belongs to the account. DIR-30, DIR-31, SIG-34 */
export function AccountMenu({ person, downloadUrl }: Props) {
  const t = useTranslations("shell");
  const handleSignOut = useSignOut();
  return (
    <Menu position="top-start" width={232} shadow="md">
      <Menu.Target>
        <UnstyledButton className={styles.button}>
          <Avatar id={person.id} name={person.name} avatarId={person.avatarId} size="32px" />
          <span className={styles.name}>{person.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.name}</Menu.Label>
        <Menu.Item component={Link} href="/settings/profile" leftSection={<IconId size={18} stroke={1.5} />}>
          {t("profileSettings")}
        </Menu.Item>
        {person.isServerAdmin ? (
          <Menu.Item component={Link} href="/admin" leftSection={<IconShieldCog size={18} stroke={1.5} />}>
            {t("controlPanel")}
          </Menu.Item>
        ) : null}
        {downloadUrl ? (
          <Menu.Item
            component="a"
            href={downloadUrl}
            rel="noreferrer"
            leftSection={<IconDownload size={18} stroke={1.5} />}
          >
            {t("downloadApplication")}
          </Menu.Item>
        ) : null}
        <Menu.Item onClick={handleSignOut} leftSection={<IconLogout size={18} stroke={1.5} />}>
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
