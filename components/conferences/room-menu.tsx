"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconCopy, IconDots, IconInfoCircle, IconPencil } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { RoomLine } from "#lib/conferences/rooms/schema";
import { hrefWith } from "../calendar/calendar-address.ts";
import { useOrigin } from "../ui/use-origin.ts";
import { roomParameters } from "./room-address.ts";

const icon = { size: 18, stroke: 1.5 } as const;

/** What else can be done with a room of a list. */
export function RoomMenu({ room }: { readonly room: RoomLine }) {
  const t = useTranslations("rooms.row");
  const path = usePathname();
  const query = useSearchParams().toString();
  const origin = useOrigin();
  const { copy } = useClipboard();
  const handleCopy = () => {
    copy(`${origin}${room.path}`);
    notifications.show({ message: t("urlCopied") });
  };
  return (
    <Menu position="bottom-end" shadow="md" width={248}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t("menu", { title: room.title })}>
          <IconDots size={20} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          href={hrefWith({ path, query }, roomParameters(room))}
          scroll={false}
          prefetch={false}
          leftSection={<IconInfoCircle {...icon} />}
        >
          {t("details")}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={handleCopy}>
          {t("copyUrl")}
        </Menu.Item>
        {room.myRole === "OWNER" ? (
          <Menu.Item
            component={Link}
            href={`/rooms/${room.number}/edit`}
            leftSection={<IconPencil {...icon} />}
          >
            {t("edit")}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
