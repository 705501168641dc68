import { join } from "node:path";
import { parseArgs } from "node:util";
import { applyMigrations, draftMigration } from "#lib/adapters/database/migrations";
import { readyDataFolder } from "./support/data-folder.ts";
import { startDatabase } from "./support/database.ts";
import { projectFolder } from "./support/files.ts";
import { openPorts } from "./support/ports.ts";
import { readySecrets } from "./support/secrets.ts";
import { readSettings } from "./support/settings.ts";
import { say } from "./support/terminal.ts";

/**
 * `npm run migrate` brings the database up to date, for machines on which `npm start` does not do it.
 * `npm run migrate -- --create <title>` writes the migration that leads to the schema as it is now.
 * Without DATABASE_URL both use the embedded database of the data folder.
 */

const { values } = parseArgs({ options: { create: { type: "string" } } });
const prismaFolder = join(projectFolder, "prisma");

await withDatabase(async (url) => {
  if (values.create === undefined) return apply(url);
  if (!/^[a-z][a-z0-9_]*$/.test(values.create))
    throw new Error("A title is small letters, digits and _, such as add_rooms.");
  const file = await draftMigration({ url, prismaFolder, title: values.create, now: new Date() });
  say(
    file === null
      ? "The migrations lead to the schema already."
      : `Wrote ${file}. Read it before you use it.`,
  );
});

async function apply(url: string): Promise<void> {
  const names = await applyMigrations(url, prismaFolder);
  for (const name of names) say(`Migration ${name} applied.`);
  if (names.length === 0) say("The database is up to date.");
}

async function withDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const { external, dataFolder: path } = readSettings([], process.env);
  if (external.databaseUrl !== undefined) return work(external.databaseUrl);
  const dataFolder = readyDataFolder(path);
  const database = await startDatabase({
    dataFolder,
    secrets: readySecrets(dataFolder),
    ports: openPorts(dataFolder),
  });
  try {
    await work(database.url);
  } finally {
    // One that ran already belongs to a running portal.
    if (!database.isAdopted) await database.stop();
  }
}
