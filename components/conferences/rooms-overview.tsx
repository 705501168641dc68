"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state";
import type { RecentRoomsView } from "#lib/conferences/rooms/schema";
import { useClock } from "../ui/use-clock.ts";
import { RoomRow } from "./room-row.tsx";
import styles from "./rooms.module.css";

type Props = {
  readonly recent: RecentRoomsView;
  readonly servedAt: string;
  readonly mayHost: boolean;
};

/** The rooms that were used last, for the main page, and the way to all of them. MTG-02, GAP-089, VRM-04 */
export function RoomsOverview({ recent, servedAt, mayHost }: Props) {
  const t = useTranslations("rooms");
  const now = useClock(servedAt);
  const { rooms, total } = recent;
  return (
    <section aria-labelledby="rooms" className={styles.overview}>
      <div className={styles.heading}>
        <h2 id="rooms" className={styles.title}>
          {t("title")}
        </h2>
        {total > 0 ? (
          <Link href="/rooms" className={styles.all}>
            {t("all", { count: total })}
          </Link>
        ) : null}
      </div>
      {total === 0 ? (
        <EmptyState text={t("list.overviewEmpty")}>
          {mayHost ? (
            <Button component={Link} href="/rooms/new" variant="default">
              {t("list.first")}
            </Button>
          ) : null}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {rooms.map((room) => (
            <RoomRow key={room.id} room={room} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}
