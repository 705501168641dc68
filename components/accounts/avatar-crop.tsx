"use client";

import "react-easy-crop/react-easy-crop.css";
import { Alert, Button, Group, Slider, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import Cropper, { type Area } from "react-easy-crop";
import { uploadAvatar } from "#lib/accounts/avatar/endpoints";
import { call } from "#lib/door/call";
import { sentenceOf, useSubmit } from "../ui/use-submit.tsx";
import styles from "./avatar-crop.module.css";

type Props = {
  readonly picture: Blob;
  readonly onSaved: () => void;
  readonly onBack: () => void;
};

const mostZoom = 4;

/** Which part of the picture is shown, moved and enlarged by mouse, finger or keyboard; then it is saved. SET-17 */
export function AvatarCrop({ picture, onSaved, onBack }: Props) {
  const t = useTranslations("profile.avatar");
  const offline = useTranslations("shell.problem");
  const url = useObjectUrl(picture);
  const [crop, setCrop] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [area, setArea] = useState<Area | null>(null);
  const { submit, isSubmitting, fieldErrors, problem } = useSubmit({ toastProblems: false });
  const refusal = fieldErrors.picture ?? (problem && sentenceOf(problem, offline("offline")));
  const save = () =>
    submit(async () => {
      await call(uploadAvatar, { picture, ...squareOf(area) });
      onSaved();
    });
  return (
    <Stack gap="lg">
      <div className={styles.frame}>
        {url ? (
          <Cropper
            image={url}
            crop={crop}
            zoom={zoom}
            maxZoom={mostZoom}
            aspect={1}
            cropShape="round"
            showGrid={false}
            disableAutomaticStylesInjection
            onCropChange={setCrop}
            onZoomChange={setZoom}
            onCropAreaChange={(_, pixels) => setArea(pixels)}
            cropperProps={{ role: "group", "aria-label": t("crop") }}
            mediaProps={{ alt: "" }}
          />
        ) : null}
      </div>
      <div>
        <span className={styles.label} aria-hidden>
          {t("zoom")}
        </span>
        <Slider
          thumbLabel={t("zoom")}
          min={1}
          max={mostZoom}
          step={0.05}
          value={zoom}
          onChange={setZoom}
          label={null}
        />
      </div>
      {refusal ? (
        <Alert color="coral" role="alert">
          {refusal}
        </Alert>
      ) : null}
      <Group justify="space-between">
        <Button variant="default" onClick={onBack} disabled={isSubmitting}>
          {t("another")}
        </Button>
        <Button onClick={save} loading={isSubmitting} disabled={!area}>
          {t("save")}
        </Button>
      </Group>
    </Stack>
  );
}

function squareOf(area: Area | null): { left?: number; top?: number; size?: number } {
  if (!area) return {};
  const { x, y, width, height } = area;
  return {
    left: Math.max(0, Math.round(x)),
    top: Math.max(0, Math.round(y)),
    size: Math.max(1, Math.round(Math.min(width, height))),
  };
}

/** An address of the picture for as long as it is shown. */
function useObjectUrl(picture: Blob): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return url;
}
