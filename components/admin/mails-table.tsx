"use client";

import { Table } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { KeptMailLine } from "#lib/mail/schema";
import { useMoments } from "./use-moments.ts";

/** Mails, newest first. */
export function MailsTable({ mails }: { readonly mails: readonly KeptMailLine[] }) {
  const t = useTranslations("admin.mails");
  const moments = useMoments();
  return (
    <Table.ScrollContainer minWidth={720} type="native">
      <Table highlightOnHover verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("subject")}</Table.Th>
            <Table.Th scope="col">{t("to")}</Table.Th>
            <Table.Th scope="col">{t("state")}</Table.Th>
            <Table.Th scope="col">{t("at")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {mails.map((mail) => (
            <Table.Tr key={mail.id}>
              <Table.Td>
                <Link href={`/admin/mails/${mail.id}`}>{mail.subject}</Link>
              </Table.Td>
              <Table.Td>{mail.toName ? `${mail.toName} <${mail.toAddress}>` : mail.toAddress}</Table.Td>
              <Table.Td>{t(mail.state)}</Table.Td>
              <Table.Td>{moments.dateTime(mail.createdAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
