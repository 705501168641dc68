"use client";

import { Alert, Button, Group, Loader, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import styles from "./avatar-camera.module.css";
import { type Camera, photoOf, useCamera } from "./use-camera.ts";

type Props = {
  readonly onTaken: (picture: Blob) => void;
  readonly onBack: () => void;
};

/** Shows the camera, takes a photo, takes it anew or uses it. The camera goes off with it. SET-10..12, GAP-076 */
export function AvatarCamera({ onTaken, onBack }: Props) {
  const { camera, start } = useCamera();
  const [photo, setPhoto] = useState<Blob | null>(null);
  if (camera.kind === "failed") return <Problem camera={camera} onRetry={start} onBack={onBack} />;
  if (photo) return <Photo photo={photo} onUse={() => onTaken(photo)} onRetake={() => setPhoto(null)} />;
  return <Preview camera={camera} onPhoto={setPhoto} onBack={onBack} />;
}

type PreviewProps = {
  readonly camera: Exclude<Camera, { kind: "failed" }>;
  readonly onPhoto: (photo: Blob) => void;
  readonly onBack: () => void;
};

function Preview({ camera, onPhoto, onBack }: PreviewProps) {
  const t = useTranslations("profile.camera");
  const video = useRef<HTMLVideoElement>(null);
  const [isReady, setReady] = useState(false);
  const stream = camera.kind === "on" ? camera.stream : null;
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  const take = async () => {
    if (video.current) onPhoto(await photoOf(video.current));
  };
  return (
    <Stack gap="lg">
      <div className={styles.frame}>
        <video
          ref={video}
          className={styles.picture}
          aria-label={t("preview")}
          autoPlay
          playsInline
          muted
          onLoadedData={() => setReady(true)}
        />
        {stream ? null : (
          <p className={styles.starting} role="status">
            <Loader size={20} aria-hidden />
            {t("starting")}
          </p>
        )}
      </div>
      <Group justify="space-between">
        <Button variant="default" onClick={onBack}>
          {t("back")}
        </Button>
        <Button onClick={take} disabled={!stream || !isReady}>
          {t("take")}
        </Button>
      </Group>
    </Stack>
  );
}

type PhotoProps = { readonly photo: Blob; readonly onUse: () => void; readonly onRetake: () => void };

function Photo({ photo, onUse, onRetake }: PhotoProps) {
  const t = useTranslations("profile.camera");
  const picture = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(photo);
    if (picture.current) picture.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [photo]);
  return (
    <Stack gap="lg">
      <div className={styles.frame}>
        {/* biome-ignore lint/performance/noImgElement: it is in the browser's memory only */}
        <img ref={picture} className={styles.picture} alt={t("photo")} />
      </div>
      <Group justify="space-between">
        <Button variant="default" onClick={onRetake}>
          {t("retake")}
        </Button>
        <Button onClick={onUse}>{t("use")}</Button>
      </Group>
    </Stack>
  );
}

type ProblemProps = {
  readonly camera: Extract<Camera, { kind: "failed" }>;
  readonly onRetry: () => void;
  readonly onBack: () => void;
};

/** What is wrong and how it is cured; the other way stays open. SET-12 */
function Problem({ camera, onRetry, onBack }: ProblemProps) {
  const t = useTranslations("profile.camera");
  return (
    <Stack gap="lg">
      <Alert color="coral" title={t("title")} role="alert">
        {t(`problems.${camera.problem}`)} {t("upload")}
      </Alert>
      <Group justify="space-between">
        <Button variant="default" onClick={onBack}>
          {t("back")}
        </Button>
        {camera.problem === "insecure" ? null : <Button onClick={onRetry}>{t("again")}</Button>}
      </Group>
    </Stack>
  );
}
