import type { MediaChoice } from "./media-choice.ts";
import { type MediaProblem, mediaProblemOf } from "./media-problem.ts";

export type OwnDevice = "camera" | "microphone";

/** What one of the two devices gives: nothing because it is not wanted, its track, or the reason why there is none. */
export type Captured =
  | { readonly kind: "off" }
  | { readonly kind: "on"; readonly track: MediaStreamTrack }
  | { readonly kind: "failed"; readonly problem: MediaProblem };

export type OwnMedia = Readonly<Record<OwnDevice, Captured>>;

type Wish = {
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly choice: Pick<MediaChoice, "cameraId" | "microphoneId">;
};

export const nothing: OwnMedia = { camera: { kind: "off" }, microphone: { kind: "off" } };

/** The constraints for the camera; a chosen device that is gone is replaced by another. */
export function cameraConstraints(cameraId: string): MediaTrackConstraints {
  return {
    ...preferring(cameraId),
    width: { ideal: 1280 },
    height: { ideal: 720 },
    frameRate: { ideal: 30 },
  };
}

/** The constraints for the microphone. */
export function microphoneConstraints(microphoneId: string): MediaTrackConstraints {
  return {
    ...preferring(microphoneId),
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
  };
}

function preferring(deviceId: string): MediaTrackConstraints {
  return deviceId === "" ? {} : { deviceId: { ideal: deviceId } };
}

/**
 * Opens what is wanted with one question to the person. When the two cannot be had together each is tried by itself, so
 * that a missing camera does not cost the microphone. Never rejects.
 */
export async function captureOwnMedia(wish: Wish): Promise<OwnMedia> {
  const wanted = devicesOf(wish);
  if (wanted.length === 0) return nothing;
  if (!navigator.mediaDevices?.getUserMedia) return failedFor(wanted, "insecure");
  try {
    const stream = await openDevices(wish, wanted);
    return { camera: trackOf(stream, "video"), microphone: trackOf(stream, "audio") };
  } catch (error) {
    const problem = mediaProblemOf(error);
    return wanted.length === 1 ? failedFor(wanted, problem) : captureOneByOne(wish, problem);
  }
}

async function captureOneByOne(wish: Wish, problem: MediaProblem): Promise<OwnMedia> {
  const one = async (device: OwnDevice): Promise<Captured> => {
    const isAnswered = problem === "denied" && (await permissionOf(device)) !== "granted";
    if (isAnswered) return { kind: "failed", problem };
    const other = { camera: device === "camera", microphone: device === "microphone" };
    return (await captureOwnMedia({ ...wish, ...other }))[device];
  };
  return { camera: await one("camera"), microphone: await one("microphone") };
}

/** `unknown` where the browser does not tell. */
async function permissionOf(device: OwnDevice): Promise<PermissionState | "unknown"> {
  try {
    return (await navigator.permissions.query({ name: device })).state;
  } catch (error) {
    if (error instanceof TypeError) return "unknown";
    throw error;
  }
}

function openDevices(wish: Wish, wanted: readonly OwnDevice[]): Promise<MediaStream> {
  const { cameraId, microphoneId } = wish.choice;
  return navigator.mediaDevices.getUserMedia({
    video: wanted.includes("camera") && cameraConstraints(cameraId),
    audio: wanted.includes("microphone") && microphoneConstraints(microphoneId),
  });
}

function devicesOf({ camera, microphone }: Wish): readonly OwnDevice[] {
  return [...(camera ? ["camera" as const] : []), ...(microphone ? ["microphone" as const] : [])];
}

function trackOf(stream: MediaStream, kind: "audio" | "video"): Captured {
  const track = stream.getTracks().find((candidate) => candidate.kind === kind);
  return track ? { kind: "on", track } : { kind: "off" };
}

function failedFor(wanted: readonly OwnDevice[], problem: MediaProblem): OwnMedia {
  const one = (device: OwnDevice): Captured =>
    wanted.includes(device) ? { kind: "failed", problem } : { kind: "off" };
  return { camera: one("camera"), microphone: one("microphone") };
}

/** Switches the devices off, lamp included. */
export function stopOwnMedia(media: OwnMedia): void {
  for (const captured of [media.camera, media.microphone]) if (captured.kind === "on") captured.track.stop();
}
