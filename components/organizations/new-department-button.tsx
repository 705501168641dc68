"use client";

import { Button } from "@mantine/core";
import { modals } from "@mantine/modals";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { DepartmentForm } from "./department-form.tsx";

/** Opens the form of a new department. ORG-16 */
export function NewDepartmentButton() {
  const t = useTranslations("organization.departments");
  const open = () => {
    const modalId = modals.open({
      title: t("newTitle"),
      children: <DepartmentForm department={null} onClose={() => modals.close(modalId)} />,
    });
  };
  return (
    <Button leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />} onClick={open}>
      {t("new")}
    </Button>
  );
}
