import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { createClient } from "#lib/adapters/database/client";
import { type Cast, makeCast, type Person, type PortalDatabase } from "./cast.ts";
import { portal } from "./portal.ts";
import { signIn } from "./requests.ts";

export { expect } from "@playwright/test";

/** What a browser said that nobody should see; a journey that ends with some has failed. */
export type Problems = {
  readonly found: string[];
  /** Lets through what a journey provokes. */
  readonly expect: (pattern: RegExp) => void;
};

type Fixtures = {
  problems: Problems;
  cast: Cast;
  /** Another browser, with nothing of the others in it. */
  openBrowser: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A page in a browser of its own in which this person is signed in. */
  visit: (person: Person, path?: string, options?: BrowserContextOptions) => Promise<Page>;
};

type WorkerFixtures = { db: PortalDatabase };

/** A journey through the running portal: people of its own, and no unexpected error in any browser. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  db: [
    async ({ browserName: _ }, use) => {
      const client = createClient(portal().databaseUrl);
      await use(client);
      await client.$disconnect();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ browserName: _ }, use) => use(portal().origin),
  problems: [
    async ({ browserName: _ }, use) => {
      const found: string[] = [];
      const expected: RegExp[] = [];
      await use({ found, expect: (pattern) => expected.push(pattern) });
      expect(found.filter((problem) => !expected.some((pattern) => pattern.test(problem)))).toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, problems }, use) => {
    watch(context, problems);
    await use(context);
  },
  cast: async ({ db }, use) => use(await makeCast(db)),
  openBrowser: async ({ browser, baseURL, problems }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ baseURL, ...options });
      contexts.push(context);
      watch(context, problems);
      return context;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  visit: async ({ openBrowser }, use) =>
    use(async (person, path, options) => {
      const context = await openBrowser(options);
      await signIn(context.request, person);
      const page = await context.newPage();
      if (path !== undefined) await page.goto(path);
      return page;
    }),
});

/** Chromium reports each answer above 399 as an error; a refusal is an answer like others, a failure of ours is not. */
const refusal = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Content security policy violations arrive here too, because Chromium writes them to the console. R15 */
function watch(context: BrowserContext, { found }: Problems): void {
  context.on("console", (message) => {
    if (message.type() === "error" && !refusal.test(message.text())) {
      found.push(`${message.page()?.url()}: console: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => found.push(`${error.page()?.url()}: ${error.error().stack}`));
  context.on("response", (response) => {
    if (response.status() >= 500) found.push(`${response.url()}: ${response.status()}`);
  });
}
