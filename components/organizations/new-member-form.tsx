"use client";

import { Button, Group, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { call } from "#lib/door/call";
import { suggestMemberUsername } from "#lib/organizations/members/endpoints";
import { type DepartmentChoice, organizationRoles } from "#lib/organizations/schema";
import { useSuggestedUsername } from "../accounts/use-suggested-username.ts";
import { useMemberCreation } from "./use-member-creation.tsx";

const empty = { firstName: "", lastName: "", email: "", username: "", role: "USER", departmentId: "" };

/** Enters a new user; required fields carry an asterisk, refusals stand at their fields. ORG-41, ORG-42, GAP-062 */
export function NewMemberForm({ departments }: { readonly departments: readonly DepartmentChoice[] }) {
  const t = useTranslations("organization.newUser");
  const roles = useTranslations("organization.role");
  const [values, setValues] = useState(empty);
  const suggestion = useSuggestedUsername(suggest, {
    firstName: values.firstName.trim(),
    lastName: values.lastName.trim(),
  });
  const { isSubmitting, fieldErrors, create } = useMemberCreation();
  const change = (changed: Partial<typeof empty>) => setValues((before) => ({ ...before, ...changed }));
  const typing = (name: "firstName" | "lastName" | "email" | "username") => ({
    name,
    label: t(name),
    value: values[name],
    error: fieldErrors[name],
    onChange: (event: FormEvent<HTMLInputElement>) => change({ [name]: event.currentTarget.value }),
  });
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    create({ ...values, username: values.username || suggestion });
  };
  return (
    <form onSubmit={handleSubmit} noValidate autoComplete="off">
      <Stack maw={560} gap="lg">
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput {...typing("firstName")} required autoFocus />
          <TextInput {...typing("lastName")} required />
        </SimpleGrid>
        <TextInput {...typing("email")} type="email" required />
        <TextInput {...typing("username")} description={t("usernameHelp")} placeholder={suggestion} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label={t("role")}
            allowDeselect={false}
            value={values.role}
            error={fieldErrors.role}
            data={organizationRoles.map((value) => ({ value, label: roles(value) }))}
            onChange={(role) => change({ role: role ?? "USER" })}
          />
          <Select
            label={t("department")}
            allowDeselect={false}
            value={values.departmentId}
            error={fieldErrors.departmentId}
            data={[
              { value: "", label: t("noDepartment") },
              ...departments.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(departmentId) => change({ departmentId: departmentId ?? "" })}
          />
        </SimpleGrid>
        <Group>
          <Button type="submit" loading={isSubmitting}>
            {t("create")}
          </Button>
          <Button component={Link} href="/organization/users" variant="default">
            {t("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function suggest(names: { readonly firstName: string; readonly lastName: string }, signal: AbortSignal) {
  return call(suggestMemberUsername, names, { signal });
}
