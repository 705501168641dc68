"use client";

import { IconMicrophone, IconMicrophoneOff, IconVideo, IconVideoOff } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Initials } from "#components/ui/initials";
import type { Joiner } from "./join-screen.tsx";
import { LevelMeter } from "./level-meter.tsx";
import type { OwnDevice } from "./own-media.ts";
import styles from "./own-picture.module.css";
import type { OwnMediaPreview } from "./use-own-media.ts";

type Props = { readonly preview: OwnMediaPreview; readonly person: Joiner | null };

/** How the others will see the person, with the two switches that decide it. */
export function OwnPicture({ preview, person }: Props) {
  const t = useTranslations("stage.join");
  const { media, starting } = preview;
  const note = starting.includes("camera") ? t("cameraStarting") : t("cameraOff");
  return (
    <section className={styles.side} aria-label={t("preview")}>
      <div className={styles.picture} data-dark>
        {media.camera.kind === "on" ? (
          <Picture track={media.camera.track} />
        ) : (
          <div className={styles.empty}>
            {person ? <Initials id={person.id} name={person.name} size="96px" /> : null}
            <p className={styles.note}>{note}</p>
          </div>
        )}
        <div className={styles.switches}>
          <Switch device="microphone" preview={preview} />
          <Switch device="camera" preview={preview} />
        </div>
      </div>
      <div className={styles.level}>
        {media.microphone.kind === "on" ? <LevelMeter track={media.microphone.track} /> : null}
      </div>
      <div role="status" className={styles.problems}>
        <Problem device="microphone" preview={preview} />
        <Problem device="camera" preview={preview} />
      </div>
    </section>
  );
}

function Picture({ track }: { readonly track: MediaStreamTrack }) {
  const t = useTranslations("stage.join");
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = new MediaStream([track]);
  }, [track]);
  return (
    <video ref={video} className={styles.video} autoPlay playsInline muted aria-label={t("ownPicture")} />
  );
}

const icons = {
  microphone: { on: IconMicrophone, off: IconMicrophoneOff },
  camera: { on: IconVideo, off: IconVideoOff },
} as const;

function Switch({ device, preview }: { readonly device: OwnDevice; readonly preview: OwnMediaPreview }) {
  const t = useTranslations("stage.join");
  const { media, starting, toggle } = preview;
  const isOn = media[device].kind === "on" || starting.includes(device);
  const Icon = icons[device][isOn ? "on" : "off"];
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      aria-label={t(device)}
      className={styles.switch}
      title={t(`${device}${isOn ? "TurnOff" : "TurnOn"}`)}
      onClick={() => toggle(device)}
    >
      <Icon size={22} stroke={1.5} aria-hidden />
    </button>
  );
}

/** What is wrong with a device, how to cure it, and that joining works without it. */
function Problem({ device, preview }: { readonly device: OwnDevice; readonly preview: OwnMediaPreview }) {
  const t = useTranslations("stage");
  const captured = preview.media[device];
  if (captured.kind !== "failed") return null;
  return (
    <div className={styles.problem}>
      <p className={styles.cure}>
        {t(`mediaProblems.${captured.problem}.${device}`)} {t(`join.${device}Without`)}
      </p>
      <button type="button" className={styles.retry} onClick={() => preview.retry(device)}>
        {t("join.tryDevice")}
      </button>
    </div>
  );
}
