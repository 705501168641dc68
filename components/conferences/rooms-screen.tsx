"use client";

import { Button, TextInput } from "@mantine/core";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { ToggleButtons } from "#components/ui/toggle-buttons";
import { inOrder, roomOrders, withWords } from "#lib/conferences/rooms/room-order";
import type { RoomLine } from "#lib/conferences/rooms/schema";
import { hrefWith } from "../calendar/calendar-address.ts";
import { useClock } from "../ui/use-clock.ts";
import { useReader } from "../ui/use-reader.ts";
import { MeetNowButton } from "./meet-now-button.tsx";
import { roomsAddress } from "./room-address.ts";
import { RoomRow } from "./room-row.tsx";
import styles from "./rooms.module.css";

type Props = {
  readonly rooms: readonly RoomLine[];
  readonly servedAt: string;
  readonly mayHost: boolean;
};

/** The section Virtual rooms: every room of the person, with search and order in the address. VRM-01 */
export function RoomsScreen({ rooms, servedAt, mayHost }: Props) {
  const t = useTranslations("rooms");
  return (
    <>
      <PageHeader title={t("title")} note={t("note")}>
        {mayHost ? (
          <>
            <MeetNowButton />
            <Button component={Link} href="/rooms/new" leftSection={<IconPlus size={20} stroke={1.5} />}>
              {t("newRoom")}
            </Button>
          </>
        ) : null}
      </PageHeader>
      {rooms.length > 0 ? (
        <RoomList rooms={rooms} servedAt={servedAt} />
      ) : (
        <EmptyState text={t(mayHost ? "list.empty" : "list.emptyNoHost")}>
          {mayHost ? (
            <Button component={Link} href="/rooms/new" variant="default">
              {t("list.first")}
            </Button>
          ) : null}
        </EmptyState>
      )}
    </>
  );
}

function RoomList({ rooms, servedAt }: Pick<Props, "rooms" | "servedAt">) {
  const t = useTranslations("rooms.list");
  const { locale } = useReader();
  const now = useClock(servedAt);
  const { text, order, search, sort } = useRoomsAddress();
  const found = inOrder(withWords(rooms, { text, locale }), { order, locale });
  const isSearching = text.trim() !== "";
  return (
    <section aria-label={t("label")}>
      <search className={styles.tools}>
        <TextInput
          type="search"
          aria-label={t("search")}
          placeholder={t("searchPlaceholder")}
          leftSection={<IconSearch size={18} stroke={1.5} aria-hidden />}
          value={text}
          maxLength={100}
          onChange={({ currentTarget: { value } }) => search(value)}
          className={styles.search}
        />
        <ToggleButtons
          name={t("order")}
          options={roomOrders.map((value) => ({ value, label: t(`orders.${value}`) }))}
          value={order}
          onChange={sort}
        />
        <p className={styles.count} role="status">
          {t(isSearching ? "found" : "count", { count: found.length })}
        </p>
      </search>
      {found.length > 0 ? (
        <ul className={styles.list}>
          {found.map((room) => (
            <RoomRow key={room.id} room={room} now={now} hasMenu />
          ))}
        </ul>
      ) : (
        <EmptyState text={t("nothingFound")}>
          <Button variant="default" onClick={() => search("")}>
            {t("clear")}
          </Button>
        </EmptyState>
      )}
    </section>
  );
}

/** What is searched for and the order; both stand in the address, which typing does not put into the history. */
function useRoomsAddress() {
  const path = usePathname();
  const parameters = useSearchParams();
  const address = roomsAddress(parameters);
  // The field follows the keys at once; the address comes a moment later.
  const [text, setText] = useState(address.text);
  const replace = (change: Readonly<Record<string, string | null>>) =>
    window.history.replaceState(null, "", hrefWith({ path, query: parameters.toString() }, change));
  return {
    text,
    order: address.order,
    search: (typed: string) => {
      setText(typed);
      replace({ q: typed.trim() === "" ? null : typed });
    },
    sort: (order: typeof address.order) => replace({ order: order === "recent" ? null : order }),
  };
}
