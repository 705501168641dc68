import { type BrowserContext, expect, type Page } from "@playwright/test";

/** Lets `pictures` and `hears` ask the browser's own connections; call it before the first page. */
export async function observeMedia(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const connections: RTCPeerConnection[] = [];
    Reflect.set(window, "observedConnections", connections);
    window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
      construct(target, args) {
        const connection: RTCPeerConnection = Reflect.construct(target, args);
        connections.push(connection);
        return connection;
      },
    });
  });
}

/** What one element shows at one moment. */
export type Picture = {
  /** Of the received track. */
  readonly id: string;
  /** Painted so far. */
  readonly frames: number;
  /** A small fingerprint of what is painted now. */
  readonly print: number;
  readonly width: number;
};

/** Every visible picture that came over the network; the own one, which did not, is left out. */
export function pictures(page: Page): Promise<readonly Picture[]> {
  return page.evaluate(() => {
    const connections: RTCPeerConnection[] = Reflect.get(window, "observedConnections") ?? [];
    const received = new Set(connections.flatMap((one) => one.getReceivers().map(({ track }) => track.id)));
    return [...document.querySelectorAll("video")].flatMap((video) => {
      const stream = video.srcObject;
      const track = stream instanceof MediaStream ? stream.getVideoTracks()[0] : undefined;
      const isVisible = video.checkVisibility() && video.clientWidth > 0;
      if (!track || !received.has(track.id) || !isVisible || video.videoWidth === 0) return [];
      const canvas = Object.assign(document.createElement("canvas"), { width: 32, height: 18 });
      const brush = canvas.getContext("2d", { willReadFrequently: true });
      brush?.drawImage(video, 0, 0, canvas.width, canvas.height);
      const pixels = brush?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      const print = [...pixels].reduce((sum, value, index) => (sum + value * (index % 997)) % 1_000_003, 0);
      const frames = video.getVideoPlaybackQuality().totalVideoFrames;
      return [{ id: track.id, frames, print, width: video.videoWidth }];
    });
  });
}

const enoughFrames = 10;

/** Waits until exactly this many pictures of others move: at least ten new frames each, and not all of the same content. */
export async function seesMoving(page: Page, count: number): Promise<void> {
  const first = new Map<string, Picture>();
  const changed = new Set<string>();
  await expect
    .poll(
      async () => {
        const now = await pictures(page);
        for (const picture of now) {
          const before = first.get(picture.id) ?? picture;
          first.set(picture.id, before);
          if (picture.print !== before.print) changed.add(picture.id);
        }
        return now.filter(
          ({ id, frames }) => changed.has(id) && frames - (first.get(id)?.frames ?? frames) >= enoughFrames,
        ).length;
      },
      { timeout: 40_000, message: `${count} moving pictures of others` },
    )
    .toBe(count);
}

type Sound = { readonly id: string; readonly energy: number; readonly seconds: number };

/** What each received sound has carried so far (W3C webrtc-stats, `totalAudioEnergy`). */
function sounds(page: Page): Promise<readonly Sound[]> {
  return page.evaluate(async () => {
    const connections: RTCPeerConnection[] = Reflect.get(window, "observedConnections") ?? [];
    const open = connections.filter(({ connectionState }) => connectionState === "connected");
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    return reports.flatMap((report) =>
      [...report.values()]
        .filter((entry) => entry.type === "inbound-rtp" && entry.kind === "audio")
        .map((entry) => ({
          id: String(entry.trackIdentifier),
          energy: Number(entry.totalAudioEnergy ?? 0),
          seconds: Number(entry.totalSamplesDuration ?? 0),
        })),
    );
  });
}

/** Mean of the squared level, 1 being the loudest; comfort noise stays far below. */
const aboveSilence = 0.000_01;

/** Waits until at least so many sounds of others are heard (a shared screen may have one too): their mean energy since the call is above silence. */
export async function hears(page: Page, count: number): Promise<void> {
  const first = new Map<string, Sound>();
  await expect
    .poll(
      async () => {
        const now = await sounds(page);
        return now.filter((sound) => {
          const before = first.get(sound.id) ?? sound;
          first.set(sound.id, before);
          const seconds = sound.seconds - before.seconds;
          return seconds > 1 && (sound.energy - before.energy) / seconds > aboveSilence;
        }).length;
      },
      { timeout: 40_000, message: `${count} sounds of others` },
    )
    .toBeGreaterThanOrEqual(count);
}
