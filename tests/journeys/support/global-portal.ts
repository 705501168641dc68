import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { type PortalRun, runPortal } from "../../../bin/support/portal-run.ts";
import { startMailSink } from "./mail-sink.ts";
import { announcePortal } from "./portal.ts";

/** Starts the whole portal once, on the embedded defaults but with a real SMTP server, and stops it at the end. */
// biome-ignore lint/style/noDefaultExport: Playwright calls the default export
export default async function globalPortal(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "atrium-journeys-"));
  // PostgreSQL, which is another user where we are root, has to come through to its files.
  await chmod(folder, 0o711);
  const mailFolder = join(folder, "mails");
  await mkdir(mailFolder);
  const sink = await startMailSink(mailFolder);
  const dataFolder = join(folder, "data");
  const portal = await runPortal({
    dataFolder,
    environment: { SMTP_URL: sink.url, ATRIUM_ARGON2_KIB: "1024" },
  });
  const setupUrl = await printedLink(portal);
  const { origin, databaseUrl } = portal;
  announcePortal({ origin, mailFolder, dataFolder, setupUrl, databaseUrl });
  return async () => {
    await portal.stop();
    await sink.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** The link for the first administrator, which comes right after the news that the portal is open. */
async function printedLink(portal: PortalRun): Promise<string> {
  const find = () => /http:\/\/\S+\/setup\/\S+/.exec(portal.output())?.[0] ?? "";
  await expect.poll(find, { message: "the link that the start prints" }).not.toBe("");
  return find();
}
