"use client";

import { Button, Group, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useSubmit } from "#components/ui/use-submit";
import { createPerson, suggestUsername } from "#lib/admin/endpoints";
import { call } from "#lib/door/call";
import type { OrganizationChoice } from "#lib/organizations/schema";
import { DepartmentId, OrganizationId } from "#lib/shared/ids";
import { useSuggestedUsername } from "../accounts/use-suggested-username.ts";
import { useTemporaryPassword } from "./use-temporary-password.tsx";

const empty = {
  firstName: "",
  lastName: "",
  email: "",
  username: "",
  organizationId: "",
  departmentId: "",
  licence: "none",
};

type Values = typeof empty;
type Props = {
  readonly organizations: readonly OrganizationChoice[];
  readonly ownOrganizationId: string | null;
};

/** Enters a person and shows the temporary password once. ADM-04, GAP-023, GAP-061 */
export function NewPersonForm({ organizations, ownOrganizationId }: Props) {
  const t = useTranslations("admin.person");
  const licence = useTranslations("admin.licence");
  const [values, setValues] = useState<Values>({ ...empty, organizationId: ownOrganizationId ?? "" });
  const suggestion = useSuggestedUsername(suggest, {
    firstName: values.firstName.trim(),
    lastName: values.lastName.trim(),
  });
  const { isSubmitting, fieldErrors, create } = useCreation();
  const departments = organizations.find(({ id }) => id === values.organizationId)?.departments ?? [];
  const change = (changed: Partial<Values>) => setValues((before) => ({ ...before, ...changed }));
  const typing = (name: "firstName" | "lastName" | "email" | "username") => ({
    name,
    label: t(name),
    value: values[name],
    error: fieldErrors[name],
    onChange: (event: FormEvent<HTMLInputElement>) => change({ [name]: event.currentTarget.value }),
  });
  const choosing = (name: "organizationId" | "departmentId" | "licence") => ({
    value: values[name],
    error: fieldErrors[name],
    allowDeselect: false,
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
        <Select
          {...choosing("organizationId")}
          label={t("organization")}
          data={[{ value: "", label: t("noOrganization") }, ...organizations.map(choice)]}
          onChange={(value) => change({ organizationId: value ?? "", departmentId: "" })}
        />
        {departments.length > 0 ? (
          <Select
            {...choosing("departmentId")}
            label={t("department")}
            data={[{ value: "", label: t("noDepartment") }, ...departments.map(choice)]}
            onChange={(value) => change({ departmentId: value ?? "" })}
          />
        ) : null}
        <Select
          {...choosing("licence")}
          label={t("licence")}
          description={t("licenceHelp")}
          data={[
            { value: "none", label: licence("none") },
            { value: "permanent", label: licence("permanent") },
          ]}
          onChange={(value) => change({ licence: value ?? "none" })}
        />
        <Group>
          <Button type="submit" loading={isSubmitting}>
            {t("create")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function choice({ id, name }: { readonly id: string; readonly name: string }) {
  return { value: id, label: name };
}

function useCreation() {
  const router = useRouter();
  const showTemporaryPassword = useTemporaryPassword();
  const { submit, isSubmitting, fieldErrors } = useSubmit();
  const create = (values: Values) =>
    void submit(async () => {
      const { personId, temporaryPassword } = await call(createPerson, {
        firstName: values.firstName,
        lastName: values.lastName,
        email: values.email,
        username: values.username || undefined,
        organizationId: values.organizationId ? OrganizationId.parse(values.organizationId) : null,
        departmentId: values.departmentId ? DepartmentId.parse(values.departmentId) : null,
        licence: values.licence === "permanent" ? "permanent" : "none",
      });
      showTemporaryPassword({
        name: `${values.firstName} ${values.lastName}`,
        temporaryPassword,
        onDone: () => router.push(`/admin/people/${personId}`),
      });
    });
  return { isSubmitting, fieldErrors, create };
}

function suggest(names: { readonly firstName: string; readonly lastName: string }, signal: AbortSignal) {
  return call(suggestUsername, names, { signal });
}
