"use client";

import { Menu, UnstyledButton } from "@mantine/core";
import { IconLogout, IconSettings } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Initials } from "#components/ui/initials";
import { useSubmit } from "#components/ui/use-submit";
import { signOut } from "#lib/accounts/endpoints";
import { call } from "#lib/door/call";
import styles from "./account-menu.module.css";
import type { ShellPerson } from "./portal-shell.tsx";

/** The avatar with what belongs to the account. DIR-31, SIG-34 */
export function AccountMenu({ person }: { readonly person: ShellPerson }) {
  const t = useTranslations("shell");
  const { submit } = useSubmit();
  const handleSignOut = () =>
    submit(async () => {
      await call(signOut, {});
      // A full load: nothing of the signed-in pages stays in the browser's memory. SIG-39
      window.location.assign("/");
    });
  return (
    <Menu position="top-start" width={232} shadow="md">
      <Menu.Target>
        <UnstyledButton className={styles.button}>
          <Initials id={person.id} name={person.name} size="32px" />
          <span className={styles.name}>{person.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.name}</Menu.Label>
        <Menu.Item component={Link} href="/settings" leftSection={<IconSettings size={18} stroke={1.5} />}>
          {t("profileSettings")}
        </Menu.Item>
        <Menu.Item onClick={handleSignOut} leftSection={<IconLogout size={18} stroke={1.5} />}>
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
