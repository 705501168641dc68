"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useSubmit } from "#components/ui/use-submit";
import { call } from "#lib/door/call";
import { subscribeForProject } from "#lib/organizations/endpoints";

/** The form of the project subscription, with a name that is free. GAP-112 */
export function ProjectForm({ suggestion }: { readonly suggestion: string }) {
  const t = useTranslations("organization.project");
  const router = useRouter();
  const [slug, setSlug] = useState(suggestion);
  const { submit, isSubmitting, fieldErrors } = useSubmit();
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit(async () => {
      await call(subscribeForProject, { slug: slug.trim() });
      notifications.show({ message: t("done") });
      router.refresh();
    });
  };
  return (
    <form onSubmit={handleSubmit} noValidate>
      <Stack maw={560} gap="lg">
        <TextInput
          label={t("slug")}
          description={t("slugHelp")}
          required
          autoFocus
          autoCapitalize="none"
          spellCheck={false}
          value={slug}
          error={fieldErrors.slug}
          onChange={(event) => setSlug(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={isSubmitting}>
            {t("submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
