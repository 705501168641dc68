"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconCopy, IconDots, IconInfoCircle, IconPencil } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { OccurrenceView } from "#lib/calendar/schema";
import { useOrigin } from "../ui/use-origin.ts";
import { cardParameters, hrefWith } from "./calendar-address.ts";
import { useEditing } from "./use-editing.ts";

const icon = { size: 18, stroke: 1.5 } as const;

type Props = { readonly occurrence: OccurrenceView; readonly isOver: boolean };

/** What else can be done with a line of a list. */
export function OccurrenceMenu({ occurrence, isOver }: Props) {
  const t = useTranslations("meetings.row");
  const path = usePathname();
  const query = useSearchParams().toString();
  const origin = useOrigin();
  const { copy } = useClipboard();
  const edit = useEditing();
  const { title, conferenceNumber, eventId, originalLocalStart, isSeries, myRole } = occurrence;
  const handleCopy = () => {
    copy(`${origin}/c/${conferenceNumber}`);
    notifications.show({ message: t("urlCopied") });
  };
  return (
    <Menu position="bottom-end" shadow="md" width={248}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t("menu", { title })}>
          <IconDots size={20} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          href={hrefWith({ path, query }, cardParameters(occurrence))}
          scroll={false}
          prefetch={false}
          leftSection={<IconInfoCircle {...icon} />}
        >
          {t("details")}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={handleCopy}>
          {t("copyUrl")}
        </Menu.Item>
        {myRole === "organizer" && !isOver ? (
          <Menu.Item
            leftSection={<IconPencil {...icon} />}
            onClick={() => edit({ eventId, at: isSeries ? originalLocalStart : null })}
          >
            {t("edit")}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
