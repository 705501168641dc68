"use client";

import { Badge, Checkbox, Table } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Avatar } from "#components/ui/avatar";
import type { MemberView } from "#lib/organizations/members/schema";
import type { DepartmentChoice } from "#lib/organizations/schema";
import { formatShortDate } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";
import styles from "./list.module.css";
import { MemberMenu } from "./member-menu.tsx";

type Props = {
  readonly member: MemberView;
  readonly departments: readonly DepartmentChoice[];
  /** Null for plain members, who choose nobody and change nothing. */
  readonly choice: { readonly isChosen: boolean; readonly onChange: (isChosen: boolean) => void } | null;
};

/** One user of the list. ORG-11 */
export function MemberRow({ member, departments, choice }: Props) {
  const t = useTranslations("organization.users");
  const chosen = useTranslations("organization.chosen");
  const role = useTranslations("organization.role");
  const reader = useReader();
  const { id, name, username, email, avatarId, department, joinedAt, isWaiting } = member;
  return (
    <Table.Tr>
      {choice ? (
        <Table.Td>
          <Checkbox
            aria-label={chosen("choose", { name })}
            checked={choice.isChosen}
            onChange={(event) => choice.onChange(event.currentTarget.checked)}
          />
        </Table.Td>
      ) : null}
      <Table.Th scope="row">
        <span className={styles.person}>
          <Avatar id={id} name={name} avatarId={avatarId} />
          <span className={styles.words}>
            <span className={styles.name}>{name}</span>
            <span className={styles.quiet}>{username}</span>
          </span>
        </span>
      </Table.Th>
      <Table.Td>
        {email}
        {isWaiting ? <span className={styles.quiet}>{t("waiting")}</span> : null}
      </Table.Td>
      <Table.Td>
        {member.role === "ADMIN" ? (
          <Badge variant="default" radius="sm" tt="none" fw={500}>
            {role("ADMIN")}
          </Badge>
        ) : (
          role("USER")
        )}
      </Table.Td>
      <Table.Td>{department?.name ?? <span className={styles.quiet}>{t("noDepartment")}</span>}</Table.Td>
      <Table.Td className={styles.time}>{formatShortDate(new Date(joinedAt), reader)}</Table.Td>
      {choice ? (
        <Table.Td>
          <MemberMenu member={member} departments={departments} />
        </Table.Td>
      ) : null}
    </Table.Tr>
  );
}
