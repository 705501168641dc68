import {
  DefaultReconnectPolicy,
  type DisconnectReason,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  RoomEvent,
  setLogLevel,
  Track,
  VideoPresets,
} from "livekit-client";
import type { Admission } from "#lib/live/schema";
import { askAdmission, type Refusal } from "./admission.ts";
import { type Ending, endingOf } from "./ending.ts";
import { loadMediaChoice, type MediaChoice } from "./media-choice.ts";
import type { MediaProblem } from "./media-problem.ts";
import type { MeetingMemory } from "./meeting-memory.ts";
import {
  type Captured,
  cameraConstraints,
  captureOwnMedia,
  microphoneConstraints,
  type OwnDevice,
  type OwnMedia,
  stopOwnMedia,
} from "./own-media.ts";

export type MeetingState =
  | { readonly kind: "connecting" }
  | { readonly kind: "connected" }
  /** The connection broke and is being brought back. */
  | { readonly kind: "returning" }
  | { readonly kind: "over"; readonly ending: Ending }
  /** The door is shut for somebody who lost the connection. */
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** A device of the person's own that could not be used; a new object each time. */
export type DeviceTrouble = { readonly device: OwnDevice; readonly problem: MediaProblem };

/** Being inside one meeting: lives outside of React, so that connecting need not wait for it. */
export type Meeting = {
  readonly room: Room;
  readonly admission: Admission;
  readonly state: () => MeetingState;
  readonly trouble: () => DeviceTrouble | null;
  /** What is about to be sent since the last connecting, so that it counts as on already. */
  readonly publishing: () => readonly OwnDevice[];
  /** Resolves when nothing of it is under way any more. */
  readonly settled: () => Promise<unknown>;
  /** Tells of each change of the three. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly leave: () => void;
};

type Entry = {
  readonly memory: MeetingMemory;
  readonly admission: Admission;
  /** Tracks that are open already or about to be. */
  readonly media: Promise<OwnMedia>;
};

/** Pauses before a new admission is asked for, after the client's own tries to come back gave up. */
const returnPausesMs = [0, 1_000, 2_000, 3_000, 4_000, 5_000];
const giveUpAfterMs = 3 * 60 * 1000;

/** Connects and publishes at once, and comes back by itself after a fault of the network or of a server. R11 */
export function enterMeeting({ memory, admission, media }: Entry): Meeting {
  const room = createRoom(loadMediaChoice());
  const listeners = new Set<() => void>();
  let state: MeetingState = { kind: "connecting" };
  let trouble: DeviceTrouble | null = null;
  let publishing: readonly OwnDevice[] = [];
  let settled: Promise<unknown> = Promise.resolve();
  let isComingBack = false;
  // The page is being left, perhaps for a reload: that is not the end of the meeting for this person.
  let isAway = false;

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const become = (next: MeetingState) => {
    if (isFinal(state) || state.kind === next.kind) return;
    state = next;
    if (isFinal(next)) {
      window.removeEventListener("pagehide", goAway);
      window.removeEventListener("pageshow", returnToPage);
    }
    tell();
  };
  const own: OwnSending = {
    onStart(sending) {
      settled = sending;
      publishing = chosenDevices();
      tell();
    },
    onEnd(troubles) {
      publishing = [];
      trouble = troubles.at(-1) ?? trouble;
      tell();
    },
  };
  const comeBack = async () => {
    if (isComingBack || isFinal(state)) return;
    isComingBack = true;
    become({ kind: "returning" });
    become(await returnTo({ room, memory, isOver: () => isFinal(state), own }));
    isComingBack = false;
  };
  const goAway = () => {
    isAway = true;
    void room.disconnect();
  };
  const returnToPage = () => {
    if (isAway) void comeBack();
    isAway = false;
  };
  const handleDisconnected = (reason?: DisconnectReason) => {
    if (isAway) return;
    const ending = endingOf(reason);
    if (ending) become({ kind: "over", ending });
    else void comeBack();
  };

  room.on(RoomEvent.Reconnecting, () => become({ kind: "returning" }));
  room.on(RoomEvent.Reconnected, () => become({ kind: "connected" }));
  room.on(RoomEvent.Connected, () => become({ kind: "connected" }));
  room.on(RoomEvent.Disconnected, handleDisconnected);
  window.addEventListener("pagehide", goAway);
  window.addEventListener("pageshow", returnToPage);
  void connect({ room, admission, media, own }).then((isConnected) => {
    if (!isConnected) void comeBack();
  });
  return {
    room,
    admission,
    state: () => state,
    trouble: () => trouble,
    publishing: () => publishing,
    settled: () => settled,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    leave() {
      become({ kind: "over", ending: "left" });
      void room.disconnect();
    },
  };
}

function isFinal({ kind }: MeetingState): boolean {
  return kind === "over" || kind === "refused";
}

function createRoom(choice: MediaChoice): Room {
  const { cameraId, microphoneId, speakerId } = choice;
  // Every end of a meeting is an error to the client's log; people are told of real ones on the stage.
  setLogLevel("silent");
  return new Room({
    adaptiveStream: true,
    dynacast: true,
    publishDefaults: { simulcast: true },
    videoCaptureDefaults: { ...preferred(cameraId), resolution: VideoPresets.h720.resolution },
    audioCaptureDefaults: {
      ...preferred(microphoneId),
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
    },
    audioOutput: preferred(speakerId),
    // The client would do it before the page is really left.
    disconnectOnPageLeave: false,
    // After these few quick tries a new admission is asked for: the session may have moved, or the token be too old.
    reconnectPolicy: new DefaultReconnectPolicy([0, 300, 700, 1_500, 2_500]),
  });
}

function preferred(deviceId: string): { deviceId?: string } {
  return deviceId === "" ? {} : { deviceId };
}

/** Hears when the person's own tracks are being sent, and how it went. */
type OwnSending = {
  readonly onStart: (sending: Promise<unknown>) => void;
  readonly onEnd: (troubles: readonly DeviceTrouble[]) => void;
};

type Connecting = {
  readonly room: Room;
  readonly admission: Admission;
  readonly media: Promise<OwnMedia>;
  readonly own: OwnSending;
};

/** Whether it worked. Publishing starts beside it; the client holds the tracks back until it may send them. */
function connect({ room, admission, media, own }: Connecting): Promise<boolean> {
  const connected = room.connect(addressOf(admission), admission.token).then(
    () => true,
    () => false,
  );
  own.onStart(sendOwn({ room, media, connected }).then(own.onEnd));
  return connected;
}

async function sendOwn(sending: {
  readonly room: Room;
  readonly media: Promise<OwnMedia>;
  readonly connected: Promise<boolean>;
}): Promise<readonly DeviceTrouble[]> {
  const media = await sending.media;
  const published = publish(sending.room, media);
  if (await sending.connected) return published;
  stopOwnMedia(media);
  return [];
}

function chosenDevices(): readonly OwnDevice[] {
  const { isCameraOn, isMicrophoneOn } = loadMediaChoice();
  return [...(isCameraOn ? ["camera" as const] : []), ...(isMicrophoneOn ? ["microphone" as const] : [])];
}

function addressOf({ serverUrl }: Admission): string {
  return serverUrl || `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}`;
}

/** Sends both tracks at once; what comes back are the devices that gave none or whose track could not be sent. */
async function publish(room: Room, media: OwnMedia): Promise<readonly DeviceTrouble[]> {
  const troubles = await Promise.all([publishMicrophone(room, media), publishCamera(room, media)]);
  return troubles.flatMap((trouble) => trouble ?? []);
}

async function publishMicrophone(room: Room, { microphone }: OwnMedia): Promise<DeviceTrouble | null> {
  if (microphone.kind !== "on") return troubleOf("microphone", microphone);
  const { microphoneId } = loadMediaChoice();
  const track = new LocalAudioTrack(microphone.track, microphoneConstraints(microphoneId), false);
  return send("microphone", room.localParticipant.publishTrack(track, { source: Track.Source.Microphone }));
}

async function publishCamera(room: Room, { camera }: OwnMedia): Promise<DeviceTrouble | null> {
  if (camera.kind !== "on") return troubleOf("camera", camera);
  const { cameraId } = loadMediaChoice();
  const track = new LocalVideoTrack(camera.track, cameraConstraints(cameraId), false);
  return send("camera", room.localParticipant.publishTrack(track, { source: Track.Source.Camera }));
}

function troubleOf(device: OwnDevice, captured: Captured): DeviceTrouble | null {
  return captured.kind === "failed" ? { device, problem: captured.problem } : null;
}

function send(device: OwnDevice, publishing: Promise<unknown>): Promise<DeviceTrouble | null> {
  return publishing.then(
    () => null,
    () => ({ device, problem: "failed" }),
  );
}

type Return = Omit<Connecting, "admission" | "media"> & {
  readonly memory: MeetingMemory;
  readonly isOver: () => boolean;
};

/** Asks for admission and connects again until it works, is refused, or took too long. */
async function returnTo({ room, memory, isOver, own }: Return): Promise<MeetingState> {
  const startedAt = Date.now();
  for (let tries = 0; !isOver() && Date.now() - startedAt < giveUpAfterMs; tries += 1) {
    await pause(returnPausesMs[Math.min(tries, returnPausesMs.length - 1)] ?? 0);
    const answer = await askAdmission(memory);
    if (isOver()) break;
    if (answer.kind === "refused") return { kind: "refused", refusal: answer.refusal };
    if (answer.kind === "unreachable") continue;
    const { admission } = answer;
    if (await connect({ room, admission, media: recapture(), own })) return { kind: "connected" };
  }
  return { kind: "over", ending: "lost" };
}

/** Opens again what was on: the client stops the tracks when a connection is given up. */
function recapture(): Promise<OwnMedia> {
  const choice = loadMediaChoice();
  return captureOwnMedia({ camera: choice.isCameraOn, microphone: choice.isMicrophoneOn, choice });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
