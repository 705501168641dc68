"use client";

import { Button } from "@mantine/core";
import { modals } from "@mantine/modals";
import { IconMailPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { DepartmentChoice } from "#lib/organizations/schema";
import { InviteForm } from "./invite-form.tsx";

type Props = {
  readonly organization: string;
  readonly departments: readonly DepartmentChoice[];
  readonly isMain: boolean;
};

/** Opens the invitation form, the same in both tabs. ORG-12, ORG-21, ORG-28 */
export function InviteButton({ organization, departments, isMain }: Props) {
  const t = useTranslations("organization.invite");
  const open = () => {
    const modalId = modals.open({
      title: t("title"),
      size: "lg",
      children: (
        <InviteForm
          organization={organization}
          departments={departments}
          onClose={() => modals.close(modalId)}
        />
      ),
    });
  };
  return (
    <Button
      variant={isMain ? "filled" : "default"}
      leftSection={<IconMailPlus size={18} stroke={1.5} aria-hidden />}
      onClick={open}
    >
      {t("button")}
    </Button>
  );
}
