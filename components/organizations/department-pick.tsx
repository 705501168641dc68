"use client";

import { Button, Group, Select, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { DepartmentChoice } from "#lib/organizations/schema";
import { DepartmentId } from "#lib/shared/ids";

type Props = {
  readonly label: string;
  readonly departments: readonly DepartmentChoice[];
  readonly current: string | null;
  readonly onPicked: (departmentId: DepartmentId | null) => void;
  readonly onClose: () => void;
};

/** Picks a department, or none. */
export function DepartmentPick({ label, departments, current, onPicked, onClose }: Props) {
  const t = useTranslations("organization.department");
  const users = useTranslations("organization.users");
  const [picked, setPicked] = useState(current ?? "");
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    onPicked(picked === "" ? null : DepartmentId.parse(picked));
  };
  return (
    <form onSubmit={handleSubmit}>
      <Stack gap="lg">
        <Select
          label={label}
          data-autofocus
          allowDeselect={false}
          value={picked}
          data={[
            { value: "", label: users("noDepartment") },
            ...departments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => setPicked(value ?? "")}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit">{t("save")}</Button>
        </Group>
      </Stack>
    </form>
  );
}
