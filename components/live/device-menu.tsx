"use client";

import { useMediaDeviceSelect } from "@livekit/components-react";
import { IconCheck, IconChevronUp } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { FloatingMenu, FloatingMenuChoice } from "#components/ui/floating-menu";
import styles from "./control-bar.module.css";
import { loadMediaChoice, saveMediaChoice } from "./media-choice.ts";
import { mediaProblemOf } from "./media-problem.ts";
import type { OwnDevice } from "./own-media.ts";
import type { Tell } from "./use-notices.ts";

type Props = { readonly device: OwnDevice; readonly tell: Tell };

const kindsOf = { microphone: ["audioinput", "audiooutput"], camera: ["videoinput"] } as const;

/** Another microphone, speaker or camera in the middle of a meeting. */
export function DeviceMenu({ device, tell }: Props) {
  const t = useTranslations("stage");
  return (
    <FloatingMenu
      name={t(device === "microphone" ? "chooseSound" : "choosePicture")}
      button={<IconChevronUp size={16} stroke={1.75} aria-hidden />}
      buttonClassName={styles.more}
    >
      {kindsOf[device].map((kind) => (
        <Devices key={kind} kind={kind} device={device} tell={tell} />
      ))}
    </FloatingMenu>
  );
}

const labels = {
  audioinput: "join.chooseMicrophone",
  audiooutput: "join.chooseSpeaker",
  videoinput: "join.chooseCamera",
} as const;
const ids = { videoinput: "cameraId", audioinput: "microphoneId", audiooutput: "speakerId" } as const;

function Devices({ kind, device, tell }: Props & { readonly kind: keyof typeof labels }) {
  const t = useTranslations("stage");
  const { devices, activeDeviceId, setActiveMediaDevice } = useMediaDeviceSelect({ kind });
  if (devices.length === 0 || (kind === "audiooutput" && !("setSinkId" in HTMLMediaElement.prototype)))
    return null;
  const known = devices.some(({ deviceId }) => deviceId === activeDeviceId);
  const handleChange = async (deviceId: string) => {
    try {
      await setActiveMediaDevice(deviceId);
      saveMediaChoice({ ...loadMediaChoice(), [ids[kind]]: deviceId });
    } catch (error) {
      tell(t(`mediaProblems.${mediaProblemOf(error)}.${device}`), "trouble");
    }
  };
  return (
    <FloatingMenuChoice
      label={t(labels[kind])}
      options={devices.map(({ deviceId, label }, index) => ({
        value: deviceId,
        label: label || t("join.unnamedDevice", { number: index + 1 }),
      }))}
      value={known ? activeDeviceId : (devices[0]?.deviceId ?? "")}
      mark={<IconCheck size={18} stroke={1.75} aria-hidden />}
      onChange={handleChange}
    />
  );
}
