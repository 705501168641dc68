import { readyDataFolder } from "./data-folder.ts";
import { startDatabase } from "./database.ts";
import { openPorts } from "./ports.ts";
import { readySecrets } from "./secrets.ts";
import { readSettings } from "./settings.ts";

/** Works on the portal's database, whether the portal runs or not: the one of DATABASE_URL, else the data folder's. */
export async function withDatabase<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const { external, dataFolder: path } = readSettings([], process.env);
  if (external.databaseUrl !== undefined) return work(external.databaseUrl);
  const dataFolder = readyDataFolder(path);
  const database = await startDatabase({
    dataFolder,
    secrets: readySecrets(dataFolder),
    ports: openPorts(dataFolder),
  });
  try {
    return await work(database.url);
  } finally {
    // One that ran already belongs to a running portal.
    if (!database.isAdopted) await database.stop();
  }
}
