"use client";

import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconDotsVertical, IconDownload, IconPlus, IconUpload } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DepartmentChoice } from "#lib/organizations/schema";
import { InviteButton } from "./invite-button.tsx";

type Props = {
  readonly organization: string;
  readonly departments: readonly DepartmentChoice[];
  /** Where the list that is shown is served as a file. */
  readonly exportPath: string;
};

/** The main actions of the users. ORG-12, ORG-13 */
export function MembersActions({ organization, departments, exportPath }: Props) {
  const t = useTranslations("organization");
  return (
    <>
      <InviteButton organization={organization} departments={departments} isMain={false} />
      <Button
        component={Link}
        href="/organization/users/new"
        leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />}
      >
        {t("newUser.button")}
      </Button>
      <Menu position="bottom-end" shadow="md" width={220}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t("users.more")}>
            <IconDotsVertical size={20} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            href="/organization/users/import"
            leftSection={<IconUpload size={18} stroke={1.5} aria-hidden />}
          >
            {t("users.import")}
          </Menu.Item>
          <Menu.Item
            component="a"
            href={exportPath}
            download
            leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />}
          >
            {t("users.export")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
