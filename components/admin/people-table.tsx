"use client";

import { Table } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Avatar } from "#components/ui/avatar";
import type { AdministeredPerson } from "#lib/admin/schema";
import { AccountBadges } from "./account-badges.tsx";
import styles from "./people-table.module.css";
import { PersonMenu } from "./person-menu.tsx";
import { useMoments } from "./use-moments.ts";

/** Everybody on this page of the list, with what may be done. */
export function PeopleTable({ people }: { readonly people: readonly AdministeredPerson[] }) {
  const t = useTranslations("admin.people");
  return (
    <Table.ScrollContainer minWidth={880} type="native">
      <Table stickyHeader highlightOnHover className={styles.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("name")}</Table.Th>
            <Table.Th scope="col">{t("username")}</Table.Th>
            <Table.Th scope="col">{t("organization")}</Table.Th>
            <Table.Th scope="col">{t("licence")}</Table.Th>
            <Table.Th scope="col">{t("state")}</Table.Th>
            <Table.Th scope="col">{t("lastSignIn")}</Table.Th>
            <Table.Th scope="col" className={styles.narrow}>
              <span className={styles.hidden}>{t("actions")}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function PersonRow({ person }: { readonly person: AdministeredPerson }) {
  const t = useTranslations("admin.people");
  const moments = useMoments();
  return (
    <Table.Tr>
      <Table.Th scope="row" className={styles.person}>
        <span className={styles.identity}>
          <Avatar id={person.id} name={person.name} avatarId={person.avatarId} size="32px" />
          <span className={styles.words}>
            <Link href={`/admin/people/${person.id}`} className={styles.name}>
              {person.name}
            </Link>
            <span className={styles.quiet}>{person.email}</span>
          </span>
        </span>
      </Table.Th>
      <Table.Td>{person.username}</Table.Td>
      <Table.Td>
        {person.organization}
        {person.department ? <span className={styles.quiet}>{person.department}</span> : null}
      </Table.Td>
      <Table.Td>{moments.licence(person.licence)}</Table.Td>
      <Table.Td>
        <AccountBadges person={person} />
      </Table.Td>
      <Table.Td className={styles.time}>
        {person.lastSignInAt ? moments.dateTime(person.lastSignInAt) : t("never")}
      </Table.Td>
      <Table.Td>
        <PersonMenu person={person} />
      </Table.Td>
    </Table.Tr>
  );
}
