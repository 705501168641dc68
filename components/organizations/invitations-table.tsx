"use client";

import { Badge, Button, Table } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ask } from "#components/ui/ask";
import { call } from "#lib/door/call";
import { deleteInvitation, resendInvitation } from "#lib/organizations/invitations/endpoints";
import type { InvitationSearch, InvitationView } from "#lib/organizations/invitations/schema";
import { formatShortDate, formatTime } from "#lib/shared/time";
import { useReader } from "../ui/use-reader.ts";
import { invitationsAddress } from "./invitations-address.ts";
import styles from "./list.module.css";
import { SortHeading } from "./sort-heading.tsx";
import { useCarryOut } from "./use-member-actions.tsx";

type Props = { readonly invitations: readonly InvitationView[]; readonly search: InvitationSearch };

/** The invitations with what became of them; Resend and Delete stand beside each. ORG-20, ORG-22, ORG-23 */
export function InvitationsTable({ invitations, search }: Props) {
  const t = useTranslations("organization.invitations");
  const heading = (column: "email" | "state" | "sent") => (
    <SortHeading
      label={t(column)}
      column={column}
      sort={search.sort}
      addressOf={(sort) => invitationsAddress({ ...search, sort, page: 1 })}
    />
  );
  return (
    <Table.ScrollContainer minWidth={880} type="native">
      <Table stickyHeader highlightOnHover className={styles.table}>
        <Table.Thead>
          <Table.Tr>
            {heading("email")}
            {heading("state")}
            <Table.Th scope="col">{t("role")}</Table.Th>
            {heading("sent")}
            <Table.Th scope="col">{t("invitedBy")}</Table.Th>
            <Table.Th scope="col">
              <span className={styles.hidden}>{t("actions")}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function InvitationRow({ invitation }: { readonly invitation: InvitationView }) {
  const t = useTranslations("organization.invitations");
  const roles = useTranslations("organization.role");
  const reader = useReader();
  const { email, state, role, department, sentCount, invitedBy } = invitation;
  const sentAt = new Date(invitation.lastSentAt);
  const until = formatShortDate(new Date(invitation.expiresAt), reader);
  return (
    <Table.Tr>
      <Table.Th scope="row">{email}</Table.Th>
      <Table.Td>
        <Badge
          variant="default"
          radius="sm"
          tt="none"
          fw={500}
          c={state === "EXPIRED" ? "var(--atrium-waiting)" : undefined}
        >
          {t(`states.${state}`)}
        </Badge>
        {state === "PENDING" ? <span className={styles.quiet}>{t("until", { date: until })}</span> : null}
      </Table.Td>
      <Table.Td>
        {roles(role)}
        {department ? <span className={styles.quiet}>{department.name}</span> : null}
      </Table.Td>
      <Table.Td className={styles.time}>
        {`${formatShortDate(sentAt, reader)}, ${formatTime(sentAt, reader)}`}
        {sentCount > 1 ? <span className={styles.quiet}>{t("sentTimes", { count: sentCount })}</span> : null}
      </Table.Td>
      <Table.Td>{invitedBy}</Table.Td>
      <Table.Td>
        <InvitationButtons invitation={invitation} />
      </Table.Td>
    </Table.Tr>
  );
}

function InvitationButtons({ invitation }: { readonly invitation: InvitationView }) {
  const t = useTranslations("organization.invitations");
  const carryOut = useCarryOut();
  const { id: invitationId, email, state } = invitation;
  const isResendable = state === "PENDING" || state === "EXPIRED";
  const resend = () => carryOut(() => call(resendInvitation, { invitationId }), t("resent", { email }));
  const askDelete = () =>
    ask({
      title: t("deleteTitle", { email }),
      text: t(state === "ACCEPTED" ? "deleteTextAccepted" : "deleteText"),
      keep: t("keep"),
      choices: [
        {
          label: t("deleteAction"),
          isGrave: true,
          onChosen: () => carryOut(() => call(deleteInvitation, { invitationId }), t("deleted", { email })),
        },
      ],
    });
  return (
    <div className={styles.buttons}>
      {isResendable ? (
        <Button variant="default" size="xs" onClick={resend} aria-label={t("resendOne", { email })}>
          {t("resend")}
        </Button>
      ) : null}
      <Button variant="default" size="xs" onClick={askDelete} aria-label={t("deleteOne", { email })}>
        {t("delete")}
      </Button>
    </div>
  );
}
