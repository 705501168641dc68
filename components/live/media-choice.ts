/** What a person chose for camera, microphone and speaker in this browser; empty ids mean the browser's own choice. */
export type MediaChoice = {
  readonly isCameraOn: boolean;
  readonly isMicrophoneOn: boolean;
  readonly cameraId: string;
  readonly microphoneId: string;
  readonly speakerId: string;
};

export const firstChoice: MediaChoice = {
  isCameraOn: true,
  isMicrophoneOn: true,
  cameraId: "",
  microphoneId: "",
  speakerId: "",
};

const key = "atrium.media";

/** The choice of the last time; what cannot be read is as if it was the first time. */
export function loadMediaChoice(): MediaChoice {
  return parseMediaChoice(localStorage.getItem(key));
}

/** Keeps the choice for the next meeting in this browser. */
export function saveMediaChoice(choice: MediaChoice): void {
  localStorage.setItem(key, JSON.stringify(choice));
}

/** Reads what an earlier version, or somebody else, may have stored. */
export function parseMediaChoice(text: string | null): MediaChoice {
  const stored = recordOf(text);
  return {
    isCameraOn: stored.isCameraOn !== false,
    isMicrophoneOn: stored.isMicrophoneOn !== false,
    cameraId: textOf(stored.cameraId),
    microphoneId: textOf(stored.microphoneId),
    speakerId: textOf(stored.speakerId),
  };
}

/** The members of stored JSON; none when it is no JSON object. */
export function recordOf(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
