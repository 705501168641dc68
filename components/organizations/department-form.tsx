"use client";

import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useSubmit } from "#components/ui/use-submit";
import { call } from "#lib/door/call";
import { addDepartment, changeDepartment } from "#lib/organizations/departments/endpoints";
import type { DepartmentView } from "#lib/organizations/departments/schema";

type Props = {
  /** Null for a new one. */
  readonly department: DepartmentView | null;
  readonly onClose: () => void;
};

/** Makes or edits a department. ORG-16, ORG-17, GAP-065 */
export function DepartmentForm({ department, onClose }: Props) {
  const t = useTranslations("organization.departments");
  const router = useRouter();
  const [name, setName] = useState(department?.name ?? "");
  const [description, setDescription] = useState(department?.description ?? "");
  const { submit, isSubmitting, fieldErrors } = useSubmit();
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit(async () => {
      if (department) await call(changeDepartment, { departmentId: department.id, name, description });
      else await call(addDepartment, { name, description });
      router.refresh();
      notifications.show({ message: t(department ? "saved" : "created", { name: name.trim() }) });
      onClose();
    });
  };
  return (
    <form onSubmit={handleSubmit} noValidate>
      <Stack gap="lg">
        <TextInput
          label={t("name")}
          required
          data-autofocus
          value={name}
          error={fieldErrors.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          label={t("description")}
          autosize
          minRows={2}
          maxRows={6}
          value={description}
          error={fieldErrors.description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={isSubmitting}>
            {t(department ? "save" : "create")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
