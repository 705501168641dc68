"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useSubmit } from "#components/ui/use-submit";
import { call } from "#lib/door/call";
import { changeOrganization } from "#lib/organizations/endpoints";
import type { OrganizationView } from "#lib/organizations/schema";

type Props = { readonly organization: OrganizationView; readonly onDone: () => void };

/** Edits the main information; an empty name is refused. ORG-07, ORG-08 */
export function MainInformationForm({ organization, onDone }: Props) {
  const t = useTranslations("organization.about");
  const router = useRouter();
  const [values, setValues] = useState({
    name: organization.name,
    website: organization.website ?? "",
    vatNumber: organization.vatNumber ?? "",
  });
  const { submit, isSubmitting, fieldErrors } = useSubmit();
  const typing = (name: keyof typeof values) => ({
    name,
    label: t(name),
    value: values[name],
    error: fieldErrors[name],
    onChange: (event: FormEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [name]: value }));
    },
  });
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit(async () => {
      const { name, website, vatNumber } = values;
      await call(changeOrganization, {
        name,
        website: website.trim() || null,
        vatNumber: vatNumber.trim() || null,
      });
      router.refresh();
      notifications.show({ message: t("saved") });
      onDone();
    });
  };
  return (
    <form onSubmit={handleSubmit} noValidate aria-label={t("editTitle")}>
      <Stack maw={560} gap="lg">
        <TextInput {...typing("name")} required autoFocus />
        <TextInput {...typing("website")} type="url" description={t("websiteHelp")} />
        <TextInput {...typing("vatNumber")} />
        <Group>
          <Button type="submit" loading={isSubmitting}>
            {t("save")}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
