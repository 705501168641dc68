"use client";

import { Stack } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useTranslations } from "next-intl";
import { CopyButton } from "#components/ui/copy-button";
import type { RoomView } from "#lib/conferences/rooms/schema";
import { grouped } from "../calendar/wording.ts";
import { useOrigin } from "../ui/use-origin.ts";
import styles from "./share-dialog.module.css";

type Props = {
  readonly room: RoomView;
  /** The address as a QR code: a picture as a `data:` address. */
  readonly qrCode: string;
};

/** Shows how to hand a room on: QR code, address, number, the whole invitation; the PIN goes apart. GAP-093 */
export function showShare({ room, qrCode }: Props): void {
  modals.open({
    title: <ShareTitle title={room.title} />,
    size: "lg",
    children: <Share room={room} qrCode={qrCode} />,
  });
}

function ShareTitle({ title }: Pick<RoomView, "title">) {
  const t = useTranslations("rooms.share");
  return t("title", { title });
}

function Share({ room, qrCode }: Props) {
  const t = useTranslations("rooms");
  const card = useTranslations("meetings.card");
  const origin = useOrigin();
  const url = `${origin}${room.path}`;
  const text = [
    room.title,
    t("share.always"),
    room.location && t("invitation.location", { location: room.location }),
    t("invitation.join", { url }),
    t("invitation.id", { id: grouped(room.number) }),
  ]
    .filter(Boolean)
    .join("\n");
  return (
    <Stack gap="lg">
      <p className={styles.line}>{t(`share.intro.${room.access}`)}</p>
      <div className={styles.both}>
        <QrCode url={url} picture={qrCode} />
        <div className={styles.words}>
          <p className={styles.label}>{t("share.text")}</p>
          <p className={styles.text}>{text}</p>
          <div className={styles.buttons}>
            <CopyButton isWide value={text} label={card("copyInvitation")} />
            <CopyButton isWide value={url} label={card("copyUrl")} />
            <CopyButton isWide value={room.number} label={card("copyId")} />
          </div>
        </div>
      </div>
      {room.pin ? (
        <div className={styles.pin}>
          <p className={styles.line}>
            {t("share.pin", { pin: room.pin })}
            <span className={styles.quiet}>{t("share.pinAside")}</span>
          </p>
          <CopyButton value={room.pin} label={card("copyPin")} />
        </div>
      ) : null}
    </Stack>
  );
}

/** The QR code that the server drew, and what it is for whoever does not see it. */
function QrCode({ url, picture }: { readonly url: string; readonly picture: string }) {
  const t = useTranslations("rooms.share");
  return (
    <figure className={styles.figure}>
      {/* biome-ignore lint/performance/noImgElement: the picture came with the page, there is nothing to load */}
      <img src={picture} alt={t("qrCode", { url })} width={180} height={180} />
      <figcaption className={styles.quiet}>{t("qrHint")}</figcaption>
    </figure>
  );
}
