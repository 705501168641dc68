"use client";

import {
  IconMicrophone,
  IconMicrophoneOff,
  IconScreenShare,
  IconScreenShareOff,
  IconUsers,
  IconVideo,
  IconVideoOff,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import styles from "./control-bar.module.css";
import { ControlButton } from "./control-button.tsx";
import { DeviceMenu } from "./device-menu.tsx";
import { LeaveButton } from "./leave-button.tsx";
import type { Tell } from "./use-notices.ts";
import type { OwnSwitches } from "./use-own-switches.ts";
import { shortcutKeys } from "./use-shortcuts.ts";

type Props = {
  readonly switches: OwnSwitches;
  readonly peopleCount: number;
  readonly isPeopleOpen: boolean;
  readonly canModerate: boolean;
  readonly tell: Tell;
  readonly onPeople: () => void;
  readonly onLeave: () => void;
  readonly onEnd: () => void;
};

/** Everything a person does in a meeting, in one place that never moves. */
export function ControlBar(props: Props) {
  const t = useTranslations("stage");
  const { switches, peopleCount, isPeopleOpen, onPeople } = props;
  const { isOn, busy } = switches;
  const size = { size: 22, stroke: 1.5, "aria-hidden": true } as const;
  return (
    <div role="toolbar" aria-label={t("controls")} className={styles.bar}>
      <div className={styles.pair}>
        <ControlButton
          label={t(isOn.microphone ? "turnMicrophoneOff" : "turnMicrophoneOn")}
          shortcut={shortcutKeys.microphone}
          tone={isOn.microphone ? undefined : "off"}
          isBusy={busy.includes("microphone")}
          onPress={() => switches.toggle("microphone")}
        >
          {isOn.microphone ? <IconMicrophone {...size} /> : <IconMicrophoneOff {...size} />}
        </ControlButton>
        <DeviceMenu device="microphone" tell={props.tell} />
      </div>
      <div className={styles.pair}>
        <ControlButton
          label={t(isOn.camera ? "turnCameraOff" : "turnCameraOn")}
          shortcut={shortcutKeys.camera}
          tone={isOn.camera ? undefined : "off"}
          isBusy={busy.includes("camera")}
          onPress={() => switches.toggle("camera")}
        >
          {isOn.camera ? <IconVideo {...size} /> : <IconVideoOff {...size} />}
        </ControlButton>
        <DeviceMenu device="camera" tell={props.tell} />
      </div>
      {switches.canShareScreen ? (
        <ControlButton
          label={t(isOn.screen ? "stopSharing" : "shareScreen")}
          shortcut={shortcutKeys.screen}
          tone={isOn.screen ? "active" : undefined}
          isBusy={busy.includes("screen")}
          onPress={switches.toggleScreen}
        >
          {isOn.screen ? <IconScreenShareOff {...size} /> : <IconScreenShare {...size} />}
        </ControlButton>
      ) : null}
      <ControlButton
        label={t("people", { count: peopleCount })}
        shortcut={shortcutKeys.people}
        isPressed={isPeopleOpen}
        onPress={onPeople}
      >
        <IconUsers {...size} />
        <span className={styles.count} aria-hidden>
          {peopleCount}
        </span>
      </ControlButton>
      <LeaveButton
        canModerate={props.canModerate}
        peopleCount={peopleCount}
        onLeave={props.onLeave}
        onEnd={props.onEnd}
      />
    </div>
  );
}
