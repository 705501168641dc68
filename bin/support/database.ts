import { join } from "node:path";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "#lib/adapters/database/embedded";
import { applyMigrations } from "#lib/adapters/database/migrations";
import { logFile, projectFolder } from "./files.ts";
import type { Ports } from "./ports.ts";
import type { Secrets } from "./secrets.ts";
import { type Supervised, supervise } from "./supervisor.ts";
import { say } from "./terminal.ts";

/** What an embedded database needs of the data folder. */
export type DatabaseHome = { readonly dataFolder: string; readonly secrets: Secrets; readonly ports: Ports };

/** Makes the PostgreSQL of the data folder run. */
export async function startDatabase({ dataFolder, secrets, ports }: DatabaseHome): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({
    folder: join(dataFolder, "database"),
    password: secrets.databasePassword,
    choosePort: () => ports.take("database", { host: "127.0.0.1", protocol: "tcp" }),
    logFile: logFile(dataFolder, "database"),
  });
  ports.keep("database", database.port);
  return database;
}

/** Keeps a started database running; it comes back on the port that the processes below were told. */
export function superviseDatabase(home: DatabaseHome, started: EmbeddedDatabase): Supervised {
  let first: EmbeddedDatabase | undefined = started;
  return supervise({
    name: "database",
    launch: async () => {
      const database = first ?? (await startDatabase(home));
      first = undefined;
      if (database.port !== started.port)
        say("The database had to move to another port; please start again.");
      return { ended: database.ended.then(() => undefined), stop: database.stop };
    },
  });
}

/** Brings the database up to this version's migrations. */
export async function migrate(databaseUrl: string): Promise<void> {
  const names = await applyMigrations(databaseUrl, join(projectFolder, "prisma"));
  for (const name of names) say(`Migration ${name} applied.`);
}
