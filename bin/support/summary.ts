import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { readStatus } from "#lib/adapters/media-server/status";
import { origin } from "./environment.ts";
import type { BegunPortal, Start } from "./portal.ts";
import { say } from "./terminal.ts";

/** Says where the portal is, what runs embedded, where its data lies, and how the first administrator is made. */
export async function saySummary(start: Start, portal: BegunPortal, setupLink: string | null): Promise<void> {
  const { settings, dataFolder } = start;
  const { databaseUrl, hasMedia, hasRealtime, hasMailer } = settings.external;
  const lines = {
    Address: origin(settings, portal.port),
    Data: dataFolder,
    Database: databaseUrl ? "as set by DATABASE_URL" : `embedded PostgreSQL${elsewhere(dataFolder)}`,
    Media: hasMedia ? "as set by LIVEKIT_URL" : await mediaState(dataFolder),
    Realtime: hasRealtime ? "as set by PUSHER_*" : "embedded",
    Mail: hasMailer ? "sent by SMTP_URL" : "kept in the portal, not sent; set SMTP_URL to send it",
  };
  say("The portal is open.");
  for (const [name, value] of Object.entries(lines)) say(`  ${name.padEnd(9)} ${value}`);
  if (setupLink === null) return;
  say("There is no administrator yet. Whoever opens this link within 24 hours becomes it:");
  say(`  ${setupLink}`);
}

/** Root's data folder may be closed to the database's user; its files are in a place of their own then. */
function elsewhere(dataFolder: string): string {
  const home = realpathSync(join(dataFolder, "database"));
  return dirname(home) === dataFolder ? "" : `, its files in ${home}`;
}

async function mediaState(dataFolder: string): Promise<string> {
  switch ((await readStatus(dataFolder)).state) {
    case "installing":
      return "livekit-server is being installed; conferences are possible after that";
    case "absent":
      return "none; conferences are not possible";
    default:
      return "embedded livekit-server";
  }
}
