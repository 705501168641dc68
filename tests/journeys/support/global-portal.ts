import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMailSink } from "./mail-sink.ts";
import { startOwnPortal } from "./own-portal.ts";
import { announcePortal } from "./portal.ts";

/** Starts the whole portal once, on the embedded defaults but with a real SMTP server, and stops it at the end. */
// biome-ignore lint/style/noDefaultExport: Playwright calls the default export
export default async function globalPortal(): Promise<() => Promise<void>> {
  const mailFolder = await mkdtemp(join(tmpdir(), "atrium-mails-"));
  const sink = await startMailSink(mailFolder);
  const portal = await startOwnPortal({ environment: { SMTP_URL: sink.url } });
  const { origin, dataFolder, databaseUrl } = portal;
  announcePortal({ origin, mailFolder, dataFolder, databaseUrl });
  return async () => {
    await portal.end();
    await sink.stop();
    await rm(mailFolder, { recursive: true, force: true });
  };
}
