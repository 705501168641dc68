"use client";

import { Select } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { MemberSearch } from "#lib/organizations/members/schema";
import { type DepartmentChoice, organizationRoles } from "#lib/organizations/schema";
import { SearchField } from "../ui/search-field.tsx";
import styles from "./list.module.css";
import { membersAddress } from "./members-address.ts";

type Props = { readonly search: MemberSearch; readonly departments: readonly DepartmentChoice[] };

/** Search and filters of the users; they stand in the address. */
export function MembersFilters({ search, departments }: Props) {
  const t = useTranslations("organization.users");
  const role = useTranslations("organization.role");
  const router = useRouter();
  const narrow = (changed: Readonly<Record<string, string | null>>) =>
    router.push(membersAddress({ ...search, ...changed, page: 1 }));
  return (
    <div className={styles.filters}>
      <SearchField
        query={search.query}
        label={t("search")}
        addressOf={(query) => membersAddress({ ...search, query, page: 1 })}
      />
      <Select
        aria-label={t("department")}
        w={200}
        clearable
        placeholder={t("allDepartments")}
        value={search.department ?? null}
        data={[
          ...departments.map(({ id, name }) => ({ value: id, label: name })),
          { value: "none", label: t("noDepartment") },
        ]}
        onChange={(department) => narrow({ department })}
      />
      <Select
        aria-label={t("role")}
        w={160}
        clearable
        placeholder={t("allRoles")}
        value={search.role ?? null}
        data={organizationRoles.map((value) => ({ value, label: role(value) }))}
        onChange={(value) => narrow({ role: value })}
      />
    </div>
  );
}
