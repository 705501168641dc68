"use client";

import { useAudioPlayback } from "@livekit/components-react";
import { IconVolume } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import styles from "./start-sound.module.css";

/** Browsers play sound only after a press; where the one that joined did not count, this one does. */
export function StartSound() {
  const t = useTranslations("stage");
  const { canPlayAudio, startAudio } = useAudioPlayback();
  if (canPlayAudio) return null;
  return (
    <button type="button" className={styles.start} onClick={() => void startAudio()}>
      <IconVolume size={20} stroke={1.5} aria-hidden />
      {t("startSound")}
    </button>
  );
}
