"use client";

import { Checkbox, Table } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { MemberSearch, MemberView } from "#lib/organizations/members/schema";
import type { DepartmentChoice } from "#lib/organizations/schema";
import { ChosenMembersBar } from "./chosen-members-bar.tsx";
import styles from "./list.module.css";
import { MemberRow } from "./member-row.tsx";
import { membersAddress } from "./members-address.ts";
import { SortHeading } from "./sort-heading.tsx";

type Props = {
  readonly members: readonly MemberView[];
  readonly search: MemberSearch;
  readonly departments: readonly DepartmentChoice[];
  readonly isManager: boolean;
};

/** The users on this page of the list; admins choose some, or act on one. ORG-10, ORG-11, ORG-14, ORG-52 */
export function MembersTable({ members, search, departments, isManager }: Props) {
  const t = useTranslations("organization.users");
  const { chosen, choose, chooseAll, clear } = useChoice(members);
  const heading = (column: "name" | "email" | "department" | "joined") => (
    <SortHeading
      label={t(column)}
      column={column}
      sort={search.sort}
      addressOf={(sort) => membersAddress({ ...search, sort, page: 1 })}
    />
  );
  return (
    <>
      {chosen.length > 0 ? (
        <ChosenMembersBar chosen={chosen} departments={departments} onDone={clear} />
      ) : null}
      <Table.ScrollContainer minWidth={820} type="native">
        <Table stickyHeader highlightOnHover className={styles.table}>
          <Table.Thead>
            <Table.Tr>
              {isManager ? <ChooseAll isAll={chosen.length === members.length} onChange={chooseAll} /> : null}
              {heading("name")}
              {heading("email")}
              <Table.Th scope="col">{t("role")}</Table.Th>
              {heading("department")}
              {heading("joined")}
              {isManager ? (
                <Table.Th scope="col" className={styles.narrow}>
                  <span className={styles.hidden}>{t("actions")}</span>
                </Table.Th>
              ) : null}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {members.map((member) => (
              <MemberRow
                key={member.id}
                member={member}
                departments={departments}
                choice={isManager ? { isChosen: chosen.includes(member), onChange: choose(member) } : null}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}

function ChooseAll({
  isAll,
  onChange,
}: {
  readonly isAll: boolean;
  readonly onChange: (all: boolean) => void;
}) {
  const t = useTranslations("organization.chosen");
  return (
    <Table.Th scope="col" className={styles.choice}>
      <Checkbox
        aria-label={t("chooseAll")}
        checked={isAll}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </Table.Th>
  );
}

/** Who is chosen on this page; another page begins with nobody. */
function useChoice(members: readonly MemberView[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const page = members.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another list
  useEffect(() => setIds(new Set()), [page]);
  const chosen = members.filter(({ id }) => ids.has(id));
  const choose =
    ({ id }: MemberView) =>
    (isChosen: boolean) =>
      setIds((before) => new Set(isChosen ? [...before, id] : [...before].filter((one) => one !== id)));
  const chooseAll = (all: boolean) => setIds(new Set(all ? members.map(({ id }) => id) : []));
  return { chosen, choose, chooseAll, clear: () => setIds(new Set()) };
}
