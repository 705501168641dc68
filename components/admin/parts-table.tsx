"use client";

import { Table, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import styles from "./parts-table.module.css";
import { useMoments } from "./use-moments.ts";

const names = ["database", "realtime", "media", "mail", "worker"] as const;

type Part = {
  readonly state: "up" | "down" | "installing" | "absent";
  readonly reason?: string;
  readonly remedy?: string;
};

type Props = {
  readonly parts: Readonly<Record<(typeof names)[number], Part>>;
  /** When they were asked, ISO 8601. */
  readonly at: string;
};

/** How each part of the portal is, why, and what to do. */
export function PartsTable({ parts, at }: Props) {
  const t = useTranslations("admin.installation");
  const moments = useMoments();
  return (
    <>
      {/* Nothing in it takes the focus, so it has to take it itself to be scrolled by keyboard. */}
      <Table.ScrollContainer minWidth={560} type="native" role="region" aria-label={t("title")} tabIndex={0}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t("part")}</Table.Th>
              <Table.Th scope="col">{t("state")}</Table.Th>
              <Table.Th scope="col">{t("reason")}</Table.Th>
              <Table.Th scope="col">{t("remedy")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {names.map((name) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">{t(name)}</Table.Th>
                <Table.Td>
                  <span className={styles.state} data-state={parts[name].state}>
                    {t(parts[name].state)}
                  </span>
                </Table.Td>
                <Table.Td lang="en">{parts[name].reason}</Table.Td>
                <Table.Td lang="en">{parts[name].remedy}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text c="dimmed" size="xs" mt="sm">
        {t("checked", { at: moments.dateTime(at) })}
      </Text>
    </>
  );
}
