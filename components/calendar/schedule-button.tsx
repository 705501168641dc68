"use client";

import { Button } from "@mantine/core";
import { IconCalendarPlus } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** The section's main action. MTG-14, CAL-03 */
export function ScheduleButton() {
  const t = useTranslations("meetings");
  return (
    <Button component={Link} href="/meetings/new" leftSection={<IconCalendarPlus size={20} stroke={1.5} />}>
      {t("schedule")}
    </Button>
  );
}
