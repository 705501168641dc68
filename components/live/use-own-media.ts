"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { firstChoice, loadMediaChoice, type MediaChoice, saveMediaChoice } from "./media-choice.ts";
import { captureOwnMedia, nothing, type OwnDevice, type OwnMedia, stopOwnMedia } from "./own-media.ts";

export type OwnMediaPreview = {
  readonly media: OwnMedia;
  /** Devices that are being opened, a question to the person included. */
  readonly starting: readonly OwnDevice[];
  readonly choice: MediaChoice;
  readonly devices: readonly MediaDeviceInfo[];
  readonly toggle: (device: OwnDevice) => void;
  /** Opens a device anew, after a problem was cured. */
  readonly retry: (device: OwnDevice) => void;
  readonly choose: (kind: MediaDeviceKind, deviceId: string) => void;
  /** Hands the open tracks over to the meeting; waits for those that are being opened. */
  readonly handOver: () => Promise<OwnMedia>;
};

const switches = { camera: "isCameraOn", microphone: "isMicrophoneOn" } as const;
const bothDevices: readonly OwnDevice[] = ["camera", "microphone"];
const ids = { videoinput: "cameraId", audioinput: "microphoneId", audiooutput: "speakerId" } as const;

/** The person's own camera and microphone before the meeting, with the choice of this browser's last time. */
export function useOwnMedia(isReady: boolean): OwnMediaPreview {
  const [choice, setChoice] = useState<MediaChoice>(firstChoice);
  const { media, starting, open, close, handOver } = useCapture();
  const devices = useDevices(media);

  useEffect(() => {
    if (!isReady) return;
    const stored = loadMediaChoice();
    setChoice(stored);
    const isWanted = { camera: stored.isCameraOn, microphone: stored.isMicrophoneOn };
    for (const device of bothDevices) if (!isWanted[device]) close(device);
    open(
      bothDevices.filter((device) => isWanted[device]),
      stored,
    );
  }, [isReady, open, close]);

  const change = (next: MediaChoice) => {
    setChoice(next);
    saveMediaChoice(next);
  };
  const toggle = (device: OwnDevice) => {
    const isOn = media[device].kind !== "on" && !starting.includes(device);
    const next = { ...choice, [switches[device]]: isOn };
    change(next);
    if (isOn) open([device], next);
    else close(device);
  };
  const choose = (kind: MediaDeviceKind, deviceId: string) => {
    const next = { ...choice, [ids[kind]]: deviceId };
    change(next);
    if (kind === "videoinput" && next.isCameraOn) open(["camera"], next);
    if (kind === "audioinput" && next.isMicrophoneOn) open(["microphone"], next);
  };
  const retry = (device: OwnDevice) => open([device], choice);
  return { media, starting, choice, devices, toggle, retry, choose, handOver };
}

/** The open tracks. A later opening or closing of a device wins over an earlier one that is still going on. */
function useCapture() {
  const [media, setMedia] = useState<OwnMedia>(nothing);
  const [starting, setStarting] = useState(bothDevices);
  const current = useRef<OwnMedia>(nothing);
  const turns = useRef({ camera: 0, microphone: 0 });
  const pending = useRef<Promise<unknown>>(Promise.resolve());
  const isHandedOver = useRef(false);

  const put = useCallback((device: OwnDevice, captured: OwnMedia[OwnDevice]) => {
    const before = current.current[device];
    if (before.kind === "on") before.track.stop();
    current.current = { ...current.current, [device]: captured };
    setMedia(current.current);
  }, []);

  const open = useCallback(
    (wanted: readonly OwnDevice[], choice: MediaChoice) => {
      const turn = { ...turns.current };
      for (const device of wanted) turn[device] = turns.current[device] += 1;
      setStarting((others) => [...others.filter((device) => !wanted.includes(device)), ...wanted]);
      const work = captureOwnMedia({
        camera: wanted.includes("camera"),
        microphone: wanted.includes("microphone"),
        choice,
      }).then((captured) => {
        for (const device of wanted) {
          const isLatest = turn[device] === turns.current[device];
          if (isLatest) put(device, captured[device]);
          else stopOwnMedia({ ...nothing, [device]: captured[device] });
          if (isLatest) setStarting((others) => others.filter((other) => other !== device));
        }
      });
      pending.current = Promise.all([pending.current, work]);
    },
    [put],
  );

  const close = useCallback(
    (device: OwnDevice) => {
      turns.current[device] += 1;
      setStarting((others) => others.filter((other) => other !== device));
      put(device, { kind: "off" });
    },
    [put],
  );

  const handOver = useCallback(async () => {
    isHandedOver.current = true;
    await pending.current;
    return current.current;
  }, []);

  useEffect(
    () => () => {
      // Whoever took the tracks over stops them, those still to come included.
      if (isHandedOver.current) return;
      turns.current = { camera: turns.current.camera + 1, microphone: turns.current.microphone + 1 };
      stopOwnMedia(current.current);
      current.current = nothing;
    },
    [],
  );
  return { media, starting, open, close, handOver };
}

/** What is plugged in; names come with the permission, so it is asked again when a device was opened. */
function useDevices(media: OwnMedia): readonly MediaDeviceInfo[] {
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([]);
  const opened = `${media.camera.kind} ${media.microphone.kind}`;
  useEffect(() => {
    const { mediaDevices } = navigator;
    if (!mediaDevices || opened === "off off") return;
    let isOver = false;
    const read = async () => {
      const found = await mediaDevices.enumerateDevices();
      if (!isOver) setDevices(found.filter(({ deviceId }) => deviceId !== ""));
    };
    void read();
    mediaDevices.addEventListener("devicechange", read);
    return () => {
      isOver = true;
      mediaDevices.removeEventListener("devicechange", read);
    };
  }, [opened]);
  return devices;
}
