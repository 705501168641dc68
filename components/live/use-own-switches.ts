import { useLocalParticipant } from "@livekit/components-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { loadMediaChoice, saveMediaChoice } from "./media-choice.ts";
import { mediaProblemOf, screenProblemOf } from "./media-problem.ts";
import type { Meeting } from "./meeting-connection.ts";
import type { OwnDevice } from "./own-media.ts";
import { usePublishing } from "./use-meeting.ts";
import type { Tell } from "./use-notices.ts";

type Source = OwnDevice | "screen";

export type OwnSwitches = {
  readonly isOn: Readonly<Record<Source, boolean>>;
  /** Which of them are being switched. */
  readonly busy: readonly Source[];
  readonly canShareScreen: boolean;
  readonly toggle: (device: OwnDevice) => void;
  readonly toggleScreen: () => void;
};

/** What the person sends, with the switches for it. A switch is remembered for the next meeting in this browser. */
export function useOwnSwitches(meeting: Meeting, tell: Tell): OwnSwitches {
  const t = useTranslations("stage");
  const { localParticipant, isCameraEnabled, isMicrophoneEnabled, isScreenShareEnabled } =
    useLocalParticipant();
  const { busy, oneAtATime } = useBusy();
  const publishing = usePublishing(meeting);
  const isOn = {
    camera: isCameraEnabled || publishing.includes("camera"),
    microphone: isMicrophoneEnabled || publishing.includes("microphone"),
    screen: isScreenShareEnabled,
  };

  const toggle = (device: OwnDevice) =>
    oneAtATime(device, async () => {
      const next = !isOn[device];
      try {
        await meeting.settled();
        if (device === "camera") await localParticipant.setCameraEnabled(next);
        else await localParticipant.setMicrophoneEnabled(next);
        remember(device, next);
      } catch (error) {
        tell(t(`mediaProblems.${mediaProblemOf(error)}.${device}`), "trouble");
      }
    });
  const toggleScreen = () =>
    oneAtATime("screen", async () => {
      const options = { audio: true, contentHint: "detail" } as const;
      try {
        await localParticipant.setScreenShareEnabled(!isOn.screen, options);
      } catch (error) {
        const problem = screenProblemOf(error);
        if (problem) tell(t(`screenProblems.${problem}`), "trouble");
      }
    });
  return { isOn, busy, canShareScreen: canShareScreen(), toggle, toggleScreen };
}

/** A switch that is still at work ignores further presses. */
function useBusy() {
  const [busy, setBusy] = useState<readonly Source[]>([]);
  const oneAtATime = async (source: Source, work: () => Promise<void>) => {
    if (busy.includes(source)) return;
    setBusy((others) => [...others, source]);
    try {
      await work();
    } finally {
      setBusy((others) => others.filter((other) => other !== source));
    }
  };
  return { busy, oneAtATime };
}

function remember(device: OwnDevice, isOn: boolean): void {
  const name = device === "camera" ? "isCameraOn" : "isMicrophoneOn";
  saveMediaChoice({ ...loadMediaChoice(), [name]: isOn });
}

/** Phones have no screen sharing. */
function canShareScreen(): boolean {
  return "getDisplayMedia" in (navigator.mediaDevices ?? {});
}
