"use client";

import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { RoomLine } from "#lib/conferences/rooms/schema";
import { formatShortDate, formatTime, localDateOf } from "#lib/shared/time";
import { hrefWith } from "../calendar/calendar-address.ts";
import { useReader } from "../ui/use-reader.ts";
import { roomParameters } from "./room-address.ts";
import { RoomMenu } from "./room-menu.tsx";
import styles from "./room-row.module.css";

type Props = { readonly room: RoomLine; readonly now: Date; readonly hasMenu?: boolean };

/** One room of a list; a press anywhere on it opens the card. VRM-05 */
export function RoomRow({ room, now, hasMenu }: Props) {
  const t = useTranslations("rooms.row");
  const path = usePathname();
  const query = useSearchParams().toString();
  const { title, owner, inside, isLocked } = room;
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <Link
          href={hrefWith({ path, query }, roomParameters(room))}
          scroll={false}
          prefetch={false}
          className={styles.title}
        >
          {title}
        </Link>
        <span className={styles.note}>
          {room.myRole === "OWNER" ? t("own") : t("ownerIs", { name: owner.name })}
        </span>
      </span>
      <span className={styles.state}>
        <Presence room={room} now={now} />
        {isLocked ? (
          <span className={styles.locked}>
            <IconLock size={14} stroke={1.75} aria-hidden />
            {t("locked")}
          </span>
        ) : null}
      </span>
      <span className={styles.actions}>
        <Button
          component="a"
          href={room.path}
          size="xs"
          variant={inside.count > 0 ? "filled" : "default"}
          aria-label={t("joinNamed", { title })}
        >
          {t("join")}
        </Button>
        {hasMenu ? <RoomMenu room={room} /> : null}
      </span>
    </li>
  );
}

/** Who is inside; of an empty room when it was used last. */
function Presence({ room, now }: Pick<Props, "room" | "now">) {
  const t = useTranslations("rooms.row");
  const reader = useReader();
  const { inside, lastUsedAt } = room;
  if (inside.count > 0) {
    return (
      <>
        <span className={styles.live}>{t("inside", { count: inside.count })}</span>
        <span className={styles.names} title={t("insideNamed", { names: inside.names.join(", ") })}>
          {inside.names.join(", ")}
        </span>
      </>
    );
  }
  if (lastUsedAt === null) return <span className={styles.quiet}>{t("neverUsed")}</span>;
  const used = new Date(lastUsedAt);
  const isToday = localDateOf(used, reader.timeZone) === localDateOf(now, reader.timeZone);
  const when = isToday ? formatTime(used, reader) : formatShortDate(used, reader);
  return (
    <>
      <span className={styles.quiet}>{t("empty")}</span>
      <span className={styles.quiet}>{t("lastUsed", { when })}</span>
    </>
  );
}
