"use client";

import { Button, Menu } from "@mantine/core";
import { IconCalendarShare } from "@tabler/icons-react";
import { useTranslations } from "next-intl";

/** Where a meeting can be taken to. */
export type ExportLinks = { readonly google: string; readonly outlook: string; readonly file: string };

const elsewhere = { target: "_blank", rel: "noreferrer" } as const;

/** Takes the meeting over into another calendar, for every participant. CNF-13, GAP-100 */
export function ExportMenu({ links }: { readonly links: ExportLinks }) {
  const t = useTranslations("meetings.card");
  return (
    <Menu position="bottom-start" shadow="md" width={260}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconCalendarShare size={18} stroke={1.5} />}>
          {t("addTo")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={links.google} {...elsewhere}>
          {t("google")}
        </Menu.Item>
        <Menu.Item component="a" href={links.outlook} {...elsewhere}>
          {t("outlook")}
        </Menu.Item>
        <Menu.Item component="a" href={links.file} download>
          {t("file")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
