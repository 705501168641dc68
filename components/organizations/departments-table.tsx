"use client";

import { Button, Table } from "@mantine/core";
import { modals } from "@mantine/modals";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ask } from "#components/ui/ask";
import { call } from "#lib/door/call";
import { deleteDepartment } from "#lib/organizations/departments/endpoints";
import type { DepartmentView } from "#lib/organizations/departments/schema";
import { DepartmentForm } from "./department-form.tsx";
import styles from "./list.module.css";
import { useCarryOut } from "./use-member-actions.tsx";

/** The departments with how many users each has, and Edit and Delete beside them. ORG-15..19 */
export function DepartmentsTable({ departments }: { readonly departments: readonly DepartmentView[] }) {
  const t = useTranslations("organization.departments");
  return (
    <Table.ScrollContainer minWidth={560} type="native">
      <Table stickyHeader highlightOnHover className={styles.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("name")}</Table.Th>
            <Table.Th scope="col">{t("description")}</Table.Th>
            <Table.Th scope="col">{t("users")}</Table.Th>
            <Table.Th scope="col">
              <span className={styles.hidden}>{t("actions")}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {departments.map((department) => (
            <DepartmentRow key={department.id} department={department} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function DepartmentRow({ department }: { readonly department: DepartmentView }) {
  const t = useTranslations("organization.departments");
  const carryOut = useCarryOut();
  const { id: departmentId, name, description, memberCount } = department;
  const edit = () => {
    const modalId = modals.open({
      title: t("editTitle"),
      children: <DepartmentForm department={department} onClose={() => modals.close(modalId)} />,
    });
  };
  const askDelete = () =>
    ask({
      title: t("deleteTitle", { name }),
      text: t("deleteText", { count: memberCount }),
      keep: t("keep"),
      choices: [
        {
          label: t("deleteAction"),
          isGrave: true,
          onChosen: () => carryOut(() => call(deleteDepartment, { departmentId }), t("deleted", { name })),
        },
      ],
    });
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      <Table.Td>{description}</Table.Td>
      <Table.Td className={styles.time}>
        <Link href={`/organization/users?department=${departmentId}`}>{memberCount}</Link>
      </Table.Td>
      <Table.Td>
        <div className={styles.buttons}>
          <Button variant="default" size="xs" onClick={edit} aria-label={t("editOne", { name })}>
            {t("edit")}
          </Button>
          <Button variant="default" size="xs" onClick={askDelete} aria-label={t("deleteOne", { name })}>
            {t("delete")}
          </Button>
        </div>
      </Table.Td>
    </Table.Tr>
  );
}
