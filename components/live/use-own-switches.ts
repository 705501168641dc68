import { useLocalParticipant } from "@livekit/components-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { loadMediaChoice, saveMediaChoice } from "./media-choice.ts";
import { mediaProblemOf, screenProblemOf } from "./media-problem.ts";
import type { OwnDevice } from "./own-media.ts";
import type { Tell } from "./use-notices.ts";

export type OwnSwitches = {
  readonly isOn: Readonly<Record<OwnDevice | "screen", boolean>>;
  readonly busy: OwnDevice | "screen" | null;
  readonly canShareScreen: boolean;
  readonly toggle: (device: OwnDevice) => void;
  readonly toggleScreen: () => void;
};

/** What the person sends, with the switches for it. A switch is remembered for the next meeting in this browser. */
export function useOwnSwitches(tell: Tell): OwnSwitches {
  const t = useTranslations("stage");
  const { localParticipant, isCameraEnabled, isMicrophoneEnabled, isScreenShareEnabled } =
    useLocalParticipant();
  const [busy, setBusy] = useState<OwnSwitches["busy"]>(null);
  const isOn = { camera: isCameraEnabled, microphone: isMicrophoneEnabled, screen: isScreenShareEnabled };

  const toggle = async (device: OwnDevice) => {
    if (busy) return;
    const next = !isOn[device];
    setBusy(device);
    try {
      if (device === "camera") await localParticipant.setCameraEnabled(next);
      else await localParticipant.setMicrophoneEnabled(next);
      remember(device, next);
    } catch (error) {
      tell(t(`mediaProblems.${mediaProblemOf(error)}.${device}`), "trouble");
    } finally {
      setBusy(null);
    }
  };
  const toggleScreen = async () => {
    if (busy) return;
    setBusy("screen");
    try {
      await localParticipant.setScreenShareEnabled(!isOn.screen, { audio: true, contentHint: "detail" });
    } catch (error) {
      const problem = screenProblemOf(error);
      if (problem) tell(t(`screenProblems.${problem}`), "trouble");
    } finally {
      setBusy(null);
    }
  };
  return { isOn, busy, canShareScreen: canShareScreen(), toggle, toggleScreen };
}

function remember(device: OwnDevice, isOn: boolean): void {
  const name = device === "camera" ? "isCameraOn" : "isMicrophoneOn";
  saveMediaChoice({ ...loadMediaChoice(), [name]: isOn });
}

/** Phones have no screen sharing. */
function canShareScreen(): boolean {
  return "getDisplayMedia" in (navigator.mediaDevices ?? {});
}
