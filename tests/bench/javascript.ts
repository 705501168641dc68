import type { Browser, BrowserContext, Page, Request } from "@playwright/test";
import { serveBarePage } from "./support/bare-page.ts";
import type { Bench } from "./support/bench.ts";
import { signIn } from "./support/exchange.ts";
import { atMost, type Figure, told } from "./support/figure.ts";
import { fillCalendar, makeRoom, twoPeople } from "./support/house.ts";

/** Compressed JavaScript that a browser with an empty cache receives until a page can be used. P2 */
export async function measure(bench: Bench): Promise<readonly Figure[]> {
  const portal = await bench.portal();
  const browser = await bench.browser();
  const people = await twoPeople(portal);
  await fillCalendar(portal, people[0], { count: 40 });
  const room = await makeRoom(portal, people);
  const cookie = await signIn(portal.origin, people[0]);
  const url = (path: string) => `${portal.origin}${path}`;
  const bare = await received(browser, { url: await serveBarePage(bench), isUsable: "button" });
  const guest = await received(browser, { url: url("/sign-in"), isUsable: "button[type=submit]:enabled" });
  const join = await received(browser, { url: url(room), isUsable: "button[type=submit]:enabled", cookie });
  const home = await received(browser, { url: url("/home"), isUsable: "main h1", cookie });
  const calendar = await received(browser, {
    url: url("/meetings?view=calendar"),
    isUsable: "section[aria-label] a[href*='event=']",
    cookie,
  });
  return [
    told("JavaScript: bare Next page", { ...bare, value: bare.kilobytes }),
    atMost("JavaScript: sign-in, beside the bare page", {
      value: guest.kilobytes / bare.kilobytes,
      goal: 1.1,
      unit: "×",
      digits: 2,
      note: `${guest.kilobytes.toFixed(0)} KB`,
    }),
    atMost("JavaScript: before Join may be pressed", { ...join, value: join.kilobytes, goal: 245 }),
    atMost("JavaScript: main page", { ...home, value: home.kilobytes, goal: 190 }),
    atMost("JavaScript: calendar", { ...calendar, value: calendar.kilobytes, goal: 260 }),
  ];
}

type Visit = {
  readonly url: string;
  /** Selector of what has to be there before a person can do what the page is for. */
  readonly isUsable: string;
  readonly cookie?: string;
};

type Received = { readonly kilobytes: number; readonly unit: "KB"; readonly note: string };

/** Counted are scripts that were asked for before the page could be used; what it loads later is told beside. */
async function received(browser: Browser, { url, isUsable, cookie }: Visit): Promise<Received> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    if (cookie) await addCookies(context, { url, cookie });
    const page = await context.newPage();
    const scripts: Request[] = [];
    page.on("requestfinished", (request) => {
      if (request.resourceType() === "script") scripts.push(request);
    });
    await page.addInitScript(noteUsable, isUsable);
    await page.goto(url, { waitUntil: "networkidle" });
    const usableAt = await usable(page, isUsable);
    const sizes = await Promise.all(
      scripts.map(async (script) => {
        const { responseBodySize } = await script.sizes();
        return { bytes: responseBodySize, isEarly: script.timing().startTime <= usableAt };
      }),
    );
    const sum = (some: typeof sizes) => some.reduce((total, { bytes }) => total + bytes, 0) / 1_000;
    const later = sum(sizes.filter(({ isEarly }) => !isEarly));
    return {
      kilobytes: sum(sizes.filter(({ isEarly }) => isEarly)),
      unit: "KB",
      note: later > 0 ? `${later.toFixed(0)} KB more when idle` : "",
    };
  } finally {
    await context.close();
  }
}

export async function addCookies(
  context: BrowserContext,
  { url, cookie }: { readonly url: string; readonly cookie: string },
): Promise<void> {
  await context.addCookies(
    cookie.split("; ").map((pair) => {
      const at = pair.indexOf("=");
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: new URL(url).origin };
    }),
  );
}

/** Runs in the page: notes the moment at which it is loaded and the thing is there. */
function noteUsable(selector: string): void {
  const look = () => {
    if (Reflect.has(window, "usableAt")) return;
    if (document.readyState === "complete" && document.querySelector(selector)) {
      Reflect.set(window, "usableAt", performance.timeOrigin + performance.now());
    } else requestAnimationFrame(look);
  };
  look();
}

async function usable(page: Page, selector: string): Promise<number> {
  try {
    await page.waitForFunction(() => Reflect.has(window, "usableAt"), null, { timeout: 20_000 });
  } catch (cause) {
    throw new Error(`${page.url()} never had ${selector}`, { cause });
  }
  return Number(await page.evaluate(() => Reflect.get(window, "usableAt")));
}
