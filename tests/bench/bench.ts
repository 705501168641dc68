import "../support/environment.ts";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { createClient } from "#lib/adapters/database/client";
import { provideChromium } from "../../bin/support/chromium.ts";
import { type PortalRun, runPortal } from "../../bin/support/portal-run.ts";
import { type Cast, makeCast, type Person, type PortalDatabase } from "../journeys/support/cast.ts";

// The tests' cheap hash would make signing in look quick; this is the portal's own cost.
process.env.ATRIUM_ARGON2_KIB = "19456";

/** What a measurement works with: a portal of its own, at the settings of real life. */
export type Bench = {
  readonly portal: PortalRun;
  readonly dataFolder: string;
  readonly db: PortalDatabase;
  readonly cast: Cast;
  readonly browser: Browser;
};

/** Starts a portal and a browser, measures, and ends both. */
export async function withBench<Result>(measure: (bench: Bench) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "atrium-bench-"));
  // PostgreSQL, which is another user where we are root, has to come through to its files.
  await chmod(folder, 0o711);
  const dataFolder = join(folder, "data");
  const portal = await runPortal({ dataFolder });
  const db = createClient(portal.databaseUrl);
  const browser = await launchBrowser();
  try {
    return await measure({ portal, dataFolder, db, cast: await makeCast(db), browser });
  } finally {
    await browser.close();
    await db.$disconnect();
    await portal.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await provideChromium(),
    args: [
      ...["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"],
      ...["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"],
    ],
  });
}

/** Calls the portal as this person; answers with the function that does. */
export async function signedInFetch({ portal }: Bench, person: Person) {
  const answer = await fetch(`${portal.origin}/api/v1/sign-in-sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: person.username, password: person.password }),
  });
  if (!answer.ok) throw new Error(`${person.username} cannot sign in: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return async (path: string, body?: object): Promise<Response> => {
    const init = {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", cookie },
    };
    const response = await fetch(`${portal.origin}${path}`, body ? init : { headers: { cookie } });
    if (!response.ok) throw new Error(`${path} answers ${response.status}: ${await response.text()}`);
    return response;
  };
}
