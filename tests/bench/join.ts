import type { BrowserContext, Page } from "@playwright/test";
import { schedule, signIn } from "../journeys/support/requests.ts";
import type { Bench } from "./bench.ts";
import { atMost, type Figure, quantile, told } from "./figure.ts";

const rounds = 7;

/** From pressing Join to the first picture of somebody else on the screen. P1 */
export async function measureJoin(bench: Bench): Promise<readonly Figure[]> {
  const [ada, ben] = [await bench.cast.person("Ada"), await bench.cast.person("Finn")];
  const [host, guest] = [await contextOf(bench), await contextOf(bench)];
  await signIn(host.request, ada);
  await signIn(guest.request, ben);
  const localStart = new Date(Date.now() + 300_000).toISOString().slice(0, 16);
  const attendees = [{ kind: "person" as const, personId: ben.id }];
  const { conference } = await schedule(host.request, {
    title: "Join",
    timeZone: "UTC",
    localStart,
    attendees,
  });
  await comeIn(await host.newPage(), conference.path);
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const page = await guest.newPage();
    const time = await untilFirstPicture(page, conference.path);
    // The first round also fills the browser's cache, as an earlier meeting would have.
    if (round > 0) times.push(time);
    await page.getByRole("button", { name: "Leave", exact: true }).click();
    await page.close();
  }
  await Promise.all([host.close(), guest.close()]);
  return [
    told("Join to the first remote frame, best", Math.min(...times), "ms"),
    atMost("Join to the first remote frame, median (P1)", quantile(times, 0.5), { limit: 600, unit: "ms" }),
  ];
}

function contextOf({ browser, portal }: Bench): Promise<BrowserContext> {
  return browser.newContext({
    ...{ baseURL: portal.origin, permissions: ["camera", "microphone"], locale: "en-GB" },
    viewport: { width: 1_280, height: 720 },
  });
}

async function comeIn(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.getByRole("toolbar", { name: "Controls" }).waitFor();
}

async function untilFirstPicture(page: Page, path: string): Promise<number> {
  await page.addInitScript(() => {
    const remote = new Set<string>();
    window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
      construct(target, args) {
        const connection: RTCPeerConnection = Reflect.construct(target, args);
        connection.addEventListener("track", ({ track }) => remote.add(track.id));
        return connection;
      },
    });
    addEventListener("click", () => performance.mark("pressed"), { capture: true, once: true });
    const isRemote = (video: HTMLVideoElement) =>
      video.srcObject instanceof MediaStream &&
      video.srcObject.getVideoTracks().some(({ id }) => remote.has(id));
    const watched = new WeakSet<HTMLVideoElement>();
    const look = () => {
      for (const video of document.querySelectorAll("video")) {
        if (watched.has(video) || !isRemote(video)) continue;
        watched.add(video);
        video.requestVideoFrameCallback((at) => performance.mark("seen", { startTime: at }));
      }
      requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(path);
  const button = page.getByRole("button", { name: "Join", exact: true });
  await page.locator("video").first().waitFor();
  await page.waitForLoadState("networkidle");
  await button.click();
  await page.waitForFunction(() => performance.getEntriesByName("seen").length > 0, null, {
    timeout: 30_000,
  });
  return page.evaluate(() => {
    const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
    return at("seen") - at("pressed");
  });
}
