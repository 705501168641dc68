"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconDotsVertical } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { MemberView } from "#lib/organizations/members/schema";
import type { DepartmentChoice } from "#lib/organizations/schema";
import { useMemberActions } from "./use-member-actions.tsx";

type Props = { readonly member: MemberView; readonly departments: readonly DepartmentChoice[] };

/** What an admin may do with a user, at the end of the row. ORG-14, GAP-066 */
export function MemberMenu({ member, departments }: Props) {
  const t = useTranslations("organization.users");
  const { changeRole, askDepartment, sendAgain, askRemoval } = useMemberActions(member, departments);
  return (
    <Menu position="bottom-end" shadow="md" width={240}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t("actionsFor", { name: member.name })}
        >
          <IconDotsVertical size={20} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={changeRole}>{t(member.role === "ADMIN" ? "makeUser" : "makeAdmin")}</Menu.Item>
        <Menu.Item onClick={askDepartment}>{t("changeDepartment")}</Menu.Item>
        {member.isWaiting ? <Menu.Item onClick={sendAgain}>{t("sendCredentials")}</Menu.Item> : null}
        <Menu.Item c="var(--atrium-danger)" onClick={askRemoval}>
          {t("remove")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
