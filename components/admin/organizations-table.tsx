"use client";

import { Button, Table } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ask } from "#components/ui/ask";
import { useSubmit } from "#components/ui/use-submit";
import { dissolveOrganization } from "#lib/admin/endpoints";
import type { AdministeredOrganization } from "#lib/admin/schema";
import { call } from "#lib/door/call";
import styles from "./organizations-table.module.css";
import { useMoments } from "./use-moments.ts";

type Props = { readonly organizations: readonly AdministeredOrganization[] };

/** The organizations on this page of the list, each with the way to dissolve it. GAP-031 */
export function OrganizationsTable({ organizations }: Props) {
  const t = useTranslations("admin.organizations");
  const moments = useMoments();
  const dissolve = useDissolving();
  return (
    // The last column is reached by keyboard, and takes the rest along.
    <Table.ScrollContainer minWidth={640} type="native">
      <Table stickyHeader highlightOnHover className={styles.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("name")}</Table.Th>
            <Table.Th scope="col">{t("members")}</Table.Th>
            <Table.Th scope="col">{t("departments")}</Table.Th>
            <Table.Th scope="col">{t("since")}</Table.Th>
            <Table.Th scope="col">
              <span className={styles.hidden}>{t("actions")}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {organizations.map((organization) => (
            <Table.Tr key={organization.id}>
              <Table.Th scope="row" className={styles.name}>
                {organization.name}
              </Table.Th>
              <Table.Td className={styles.number}>{organization.memberCount}</Table.Td>
              <Table.Td className={styles.number}>{organization.departmentCount}</Table.Td>
              <Table.Td className={styles.number}>{moments.dateTime(organization.createdAt)}</Table.Td>
              <Table.Td className={styles.action}>
                <Button
                  variant="default"
                  size="xs"
                  c="var(--atrium-danger)"
                  aria-label={t("dissolveLabel", { name: organization.name })}
                  onClick={() => dissolve(organization)}
                >
                  {t("dissolve")}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function useDissolving() {
  const t = useTranslations("admin.organizations");
  const router = useRouter();
  const { submit } = useSubmit();
  return ({ id: organizationId, name, memberCount }: AdministeredOrganization) =>
    ask({
      title: t("dissolveTitle", { name }),
      text: t("dissolveText", { count: memberCount }),
      keep: t("keep"),
      choices: [
        {
          label: t("dissolveAction"),
          isGrave: true,
          onChosen: () =>
            void submit(async () => {
              await call(dissolveOrganization, { organizationId });
              router.refresh();
              notifications.show({ message: t("dissolved", { name }) });
            }),
        },
      ],
    });
}
