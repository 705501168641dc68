"use client";

import { Table, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ImportedLine } from "#lib/organizations/imports/schema";
import styles from "./list.module.css";

/** More lines than somebody reads; those left out come first, so that they are among them. */
const maxShown = 200;

/** What was done, or would be done, line by line. */
export function MemberImportReport({ lines }: { readonly lines: readonly ImportedLine[] }) {
  const t = useTranslations("organization.import");
  const count = (wanted: ImportedLine["result"]) => lines.filter(({ result }) => result === wanted).length;
  const ordered = [...lines].sort((one, other) => rank(one) - rank(other) || one.line - other.line);
  return (
    <section>
      <Text fw={500} mb="xs">
        {t("summary", {
          created: count("created"),
          invited: count("invited"),
          skipped: count("skipped"),
        })}
      </Text>
      {lines.length > maxShown ? (
        <Text c="dimmed" mb="xs">
          {t("shown", { count: maxShown })}
        </Text>
      ) : null}
      <Table className={styles.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("line")}</Table.Th>
            <Table.Th scope="col">{t("email")}</Table.Th>
            <Table.Th scope="col">{t("result")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ordered.slice(0, maxShown).map(({ line, email, result, reason }) => (
            <Table.Tr key={line}>
              <Table.Td className={styles.time}>{line}</Table.Td>
              <Table.Td>{email}</Table.Td>
              <Table.Td>
                {t(`results.${result}`)}
                {reason ? <span className={styles.quiet}>{t(`reasons.${reason}`)}</span> : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function rank({ result }: ImportedLine): number {
  return result === "skipped" ? 0 : 1;
}
