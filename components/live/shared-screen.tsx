"use client";

import { type TrackReference, type TrackReferenceOrPlaceholder, VideoTrack } from "@livekit/components-react";
import { IconScreenShare } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { Joiner } from "./join-screen.tsx";
import styles from "./shared-screen.module.css";
import { Tile } from "./tile.tsx";
import { keyOf } from "./tiles.tsx";

type Props = {
  readonly screen: TrackReference;
  readonly cameras: readonly TrackReferenceOrPlaceholder[];
  readonly me: Joiner;
  readonly onStop: () => void;
};

/** A shared screen as large as it fits, the people in a strip beside it. */
export function SharedScreen({ screen, cameras, me, onStop }: Props) {
  const t = useTranslations("stage");
  const { participant } = screen;
  const label = participant.isLocal
    ? t("yourScreen")
    : t("screenOf", { name: participant.name || participant.identity });
  return (
    <div className={styles.split}>
      {/* biome-ignore lint/a11y/useSemanticElements: a picture is no part of a form */}
      <div role="group" aria-label={label} className={styles.screen} data-screen>
        {participant.isLocal ? (
          <div className={styles.own}>
            <IconScreenShare size={40} stroke={1.5} aria-hidden />
            <p className={styles.words}>{t("youShare")}</p>
            <button type="button" className={styles.stop} onClick={onStop}>
              {t("stopSharing")}
            </button>
          </div>
        ) : (
          <VideoTrack trackRef={screen} className={styles.video} playsInline />
        )}
        {participant.isLocal ? null : <span className={styles.sign}>{label}</span>}
      </div>
      <div className={styles.strip}>
        {cameras.map((camera) => (
          <Tile key={keyOf(camera)} camera={camera} me={me} />
        ))}
      </div>
    </div>
  );
}
