import type { Browser, Page } from "@playwright/test";
import { addCookies } from "./javascript.ts";
import type { Bench } from "./support/bench.ts";
import { signIn } from "./support/exchange.ts";
import { atMost, type Figure } from "./support/figure.ts";
import { makeRoom, twoPeople } from "./support/house.ts";
import { median } from "./support/statistics.ts";

const rounds = 7;

/** From the press on Join to the first picture of somebody who is inside already, in fresh browsers. P1 */
export async function measure(bench: Bench): Promise<readonly Figure[]> {
  const portal = await bench.portal();
  const browser = await bench.browser();
  const people = await twoPeople(portal);
  const url = `${portal.origin}${await makeRoom(portal, people)}`;
  const [adas, bens] = [await signIn(portal.origin, people[0]), await signIn(portal.origin, people[1])];
  const inside = await arrive(browser, { url, cookie: adas });
  try {
    await press(inside);
    await inside.getByRole("toolbar", { name: "Controls" }).waitFor();
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) times.push(await joinedMs(browser, { url, cookie: bens }));
    const [best, worst] = [Math.min(...times), Math.max(...times)];
    return [
      atMost("join: press to first remote frame", {
        value: median(times),
        goal: 600,
        unit: "ms",
        note: `median of ${rounds}, ${best.toFixed(0)} to ${worst.toFixed(0)}; LiveKit's demo app took 1193`,
      }),
    ];
  } finally {
    await inside.context().close();
  }
}

type Arrival = { readonly url: string; readonly cookie: string };

async function joinedMs(browser: Browser, arrival: Arrival): Promise<number> {
  const page = await arrive(browser, arrival);
  try {
    await press(page);
    await page.waitForFunction(() => Reflect.has(window, "firstFrameMs"), null, { timeout: 30_000 });
    return Number(await page.evaluate(() => Reflect.get(window, "firstFrameMs")));
  } finally {
    await page.context().close();
  }
}

/** Opens the join page and waits until it has done everything it does by itself, as while a person looks at the own picture. */
async function arrive(browser: Browser, { url, cookie }: Arrival): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", permissions: ["camera", "microphone"] });
  await addCookies(context, { url, cookie });
  const page = await context.newPage();
  await page.addInitScript(watchFirstFrame);
  await page.goto(url, { waitUntil: "networkidle" });
  return page;
}

async function press(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Join", exact: true }).click();
}

/** Runs in the page: measures from the first click to the first painted frame of a track that came over the network. */
function watchFirstFrame(): void {
  const received = new Set<string>();
  window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
    construct(target, args) {
      const connection: RTCPeerConnection = Reflect.construct(target, args);
      connection.addEventListener("track", ({ track }) => received.add(track.id));
      return connection;
    },
  });
  let pressedAt: number | undefined;
  document.addEventListener(
    "click",
    () => {
      pressedAt ??= performance.now();
    },
    true,
  );
  const watch = (video: HTMLVideoElement) => {
    video.requestVideoFrameCallback(() => {
      const { srcObject } = video;
      const track = srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0] : undefined;
      if (!track || !received.has(track.id) || pressedAt === undefined) return watch(video);
      if (!Reflect.has(window, "firstFrameMs"))
        Reflect.set(window, "firstFrameMs", performance.now() - pressedAt);
    });
  };
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node instanceof HTMLVideoElement) watch(node);
      else if (node instanceof Element) for (const video of node.querySelectorAll("video")) watch(video);
    }
  }).observe(document, { childList: true, subtree: true });
}
