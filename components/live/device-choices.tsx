"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import styles from "./device-choices.module.css";
import type { OwnMediaPreview } from "./use-own-media.ts";

const kinds = [
  { kind: "videoinput", label: "chooseCamera", id: "cameraId" },
  { kind: "audioinput", label: "chooseMicrophone", id: "microphoneId" },
  { kind: "audiooutput", label: "chooseSpeaker", id: "speakerId" },
] as const;

/** Which camera, microphone and speaker; those that the browser does not let choose are not there. */
export function DeviceChoices({ preview }: { readonly preview: OwnMediaPreview }) {
  const t = useTranslations("stage.join");
  const canChooseSpeaker = useCanChooseSpeaker();
  const group = kinds
    .map(({ kind, label, id }) => ({
      kind,
      label: t(label),
      chosen: preview.choice[id],
      devices: preview.devices.filter((device) => device.kind === kind),
    }))
    .filter(({ kind, devices }) => devices.length > 0 && (kind !== "audiooutput" || canChooseSpeaker));
  if (group.length === 0) return <div className={styles.devices} />;
  return (
    <section className={styles.devices} aria-label={t("devices")}>
      {group.map(({ kind, ...device }) => (
        <Choice key={kind} {...device} onChange={(deviceId) => preview.choose(kind, deviceId)} />
      ))}
    </section>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly chosen: string;
  readonly devices: readonly MediaDeviceInfo[];
  readonly onChange: (deviceId: string) => void;
};

function Choice({ label, chosen, devices, onChange }: ChoiceProps) {
  const t = useTranslations("stage.join");
  const id = useId();
  const value = devices.some(({ deviceId }) => deviceId === chosen) ? chosen : (devices[0]?.deviceId ?? "");
  return (
    <div className={styles.device}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {devices.map((device, index) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label || t("unnamedDevice", { number: index + 1 })}
          </option>
        ))}
      </select>
    </div>
  );
}

function useCanChooseSpeaker(): boolean {
  const [can, setCan] = useState(false);
  useEffect(() => setCan("setSinkId" in HTMLMediaElement.prototype), []);
  return can;
}
