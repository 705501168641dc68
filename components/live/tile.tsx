"use client";

import {
  isTrackReference,
  type TrackReferenceOrPlaceholder,
  useIsMuted,
  useIsSpeaking,
  VideoTrack,
} from "@livekit/components-react";
import { IconMicrophone, IconMicrophoneOff } from "@tabler/icons-react";
import { Track } from "livekit-client";
import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { Initials } from "#components/ui/initials";
import type { Joiner } from "./join-screen.tsx";
import styles from "./tile.module.css";

type Props = {
  readonly camera: TrackReferenceOrPlaceholder;
  readonly me: Joiner;
  readonly style?: CSSProperties;
};

/** One person on the stage: picture or initials, name, whether the microphone is on, and a ring for who speaks. */
export function Tile({ camera, me, style }: Props) {
  const t = useTranslations("stage");
  const { participant } = camera;
  const isSpeaking = useIsSpeaking(participant);
  const isMuted = useIsMuted({ participant, source: Track.Source.Microphone });
  const isCameraMuted = useIsMuted(camera);
  const name = participant.isLocal ? me.name : participant.name || participant.identity;
  const label = participant.isLocal ? t("you", { name }) : name;
  const Microphone = isMuted ? IconMicrophoneOff : IconMicrophone;
  const isShown = isTrackReference(camera) && !isCameraMuted;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a tile is no part of a form
    <div
      role="group"
      aria-label={label}
      className={styles.tile}
      style={style}
      data-identity={participant.isLocal ? undefined : participant.identity}
      data-local={participant.isLocal || undefined}
      data-speaking={isSpeaking || undefined}
    >
      {isShown ? (
        <VideoTrack trackRef={camera} className={styles.video} playsInline />
      ) : (
        <div className={styles.empty}>
          <Initials
            id={participant.isLocal ? me.id : participant.identity}
            name={name}
            size="clamp(40px, 18cqmin, 120px)"
          />
        </div>
      )}
      <div className={styles.sign}>
        <Microphone
          size={16}
          stroke={1.75}
          className={styles.microphone}
          data-muted={isMuted || undefined}
          role="img"
          aria-label={t(isMuted ? "microphoneIsOff" : "microphoneIsOn")}
        />
        <span className={styles.name}>{label}</span>
      </div>
    </div>
  );
}
