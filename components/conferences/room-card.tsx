"use client";

import { Button } from "@mantine/core";
import { IconPencil, IconShare2, IconTrash, IconVideo } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { RoomView } from "#lib/conferences/rooms/schema";
import { CardFacts } from "../calendar/card-facts.tsx";
import { CardPeople } from "../calendar/card-people.tsx";
import styles from "../calendar/meeting-card.module.css";
import { ConferenceControls } from "./conference-controls.tsx";
import { RoomState } from "./room-state.tsx";
import { showShare } from "./share-dialog.tsx";
import { useRoomDeletion } from "./use-room-deletion.ts";

const icon = { size: 18, stroke: 1.5 } as const;

type Props = {
  readonly room: RoomView;
  /** The address as a QR code. */
  readonly qrCode: string;
  readonly personId: string;
};

/** Everything about a room that this person may know, and what may be done with it. CNF-01..12, VRM-05, VRM-08, GAP-091 */
export function RoomCard({ room, qrCode, personId }: Props) {
  const t = useTranslations("rooms");
  return (
    <article className={styles.card} aria-labelledby="room-title">
      <header className={styles.head}>
        <h2 id="room-title" className={styles.title}>
          {room.title}
        </h2>
        <RoomState room={room} />
      </header>
      <Button
        component="a"
        href={room.path}
        size="md"
        fullWidth
        leftSection={<IconVideo size={20} stroke={1.5} />}
      >
        {t("row.join")}
      </Button>
      <CardFacts
        conference={room}
        ownerName={room.owner.name}
        invitedCount={room.participants.length}
        location={room.location}
      />
      {room.isRecordingPlanned ? <p className={styles.hint}>{t("card.recording")}</p> : null}
      {room.isRunning && room.permits.moderate ? (
        <ConferenceControls conference={room} insideCount={room.inside.count} />
      ) : null}
      <RoomActions room={room} qrCode={qrCode} />
      <CardPeople
        owner={room.owner}
        ownerRole={t("card.roleOwner")}
        people={room.participants}
        personId={personId}
      />
    </article>
  );
}

/** Sharing for everybody, the rest for the owner. GAP-091 */
function RoomActions({ room, qrCode }: Pick<Props, "room" | "qrCode">) {
  const t = useTranslations("rooms.card");
  const deletion = useRoomDeletion(room);
  return (
    <div className={styles.buttons}>
      <Button
        variant="default"
        leftSection={<IconShare2 {...icon} />}
        onClick={() => showShare({ room, qrCode })}
      >
        {t("share")}
      </Button>
      {room.permits.edit ? (
        <Button
          component={Link}
          href={`/rooms/${room.number}/edit`}
          variant="default"
          leftSection={<IconPencil {...icon} />}
        >
          {t("edit")}
        </Button>
      ) : null}
      {room.permits.delete ? (
        <Button
          variant="subtle"
          color="coral"
          loading={deletion.isWorking}
          leftSection={<IconTrash {...icon} />}
          onClick={deletion.ask}
        >
          {t("delete")}
        </Button>
      ) : null}
    </div>
  );
}
