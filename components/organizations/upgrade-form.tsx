"use client";

import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useSubmit } from "#components/ui/use-submit";
import { call } from "#lib/door/call";
import { upgradeAccount } from "#lib/organizations/endpoints";

const empty = { name: "", website: "", vatNumber: "" };

/** One form, one button: the account is an organization account from then on. ACC-43..49 */
export function UpgradeForm() {
  const t = useTranslations("organization.upgrade");
  const about = useTranslations("organization.about");
  const router = useRouter();
  const [values, setValues] = useState(empty);
  const { submit, isSubmitting, fieldErrors } = useSubmit();
  const typing = (name: keyof typeof empty) => ({
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
      await call(upgradeAccount, {
        name,
        website: website.trim() || null,
        vatNumber: vatNumber.trim() || null,
      });
      notifications.show({ message: t("done", { name: name.trim() }), autoClose: 10_000 });
      router.replace("/organization");
      router.refresh();
    });
  };
  return (
    <form onSubmit={handleSubmit} noValidate>
      <Stack maw={560} gap="lg">
        <Text>{t("gains")}</Text>
        <TextInput {...typing("name")} required autoFocus autoComplete="organization" />
        <TextInput
          {...typing("website")}
          type="url"
          placeholder={t("optional")}
          description={about("websiteHelp")}
        />
        <TextInput {...typing("vatNumber")} placeholder={t("optional")} />
        <Group>
          <Button type="submit" loading={isSubmitting}>
            {t("create")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
