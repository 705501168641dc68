import { join } from "node:path";
import { parseArgs } from "node:util";
import { applyMigrations, draftMigration } from "#lib/adapters/database/migrations";
import { projectFolder } from "./support/files.ts";
import { say } from "./support/terminal.ts";
import { withDatabase } from "./support/with-database.ts";

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
