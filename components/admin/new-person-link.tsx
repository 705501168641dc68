"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** The list's main action. */
export function NewPersonLink() {
  const t = useTranslations("admin.people");
  return (
    <Button
      component={Link}
      href="/admin/people/new"
      leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />}
    >
      {t("new")}
    </Button>
  );
}
