import { join } from "node:path";
import { migrate, startDatabase, superviseDatabase } from "./database.ts";
import { seedDemo } from "./demo.ts";
import { childEnvironment } from "./environment.ts";
import { projectFolder } from "./files.ts";
import { chooseMediaPorts, provideMediaServer } from "./media-server.ts";
import { endLeftover, launchNode } from "./node-process.ts";
import { isFree, type Ports } from "./ports.ts";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { type Supervised, supervise } from "./supervisor.ts";

/** What the portal is begun with. */
export type Start = {
  readonly settings: Settings;
  readonly dataFolder: string;
  readonly secrets: Secrets;
  readonly ports: Ports;
};

/** The processes that run; filled while the portal begins, so that it can be ended at any moment of that. */
export type Parts = {
  database?: Supervised;
  media?: { readonly stop: () => Promise<void> };
  web?: Supervised;
  front?: Supervised;
};

/** A portal whose processes have been launched. */
export type BegunPortal = {
  readonly port: number;
  readonly databaseUrl: string;
  /** Resolves when it answers. */
  readonly ready: Promise<unknown>;
};

/** Launches everything, in the order in which it needs each other. Throws when the database cannot be used. */
export async function beginPortal(start: Start, parts: Parts): Promise<BegunPortal> {
  const { settings, ports } = start;
  await Promise.all(["front", "web"].map((name) => endLeftover(recordFile(start, name))));
  const portalPort = await choosePortalPort(settings, ports);
  const webPort = await ports.take("web", { host: "127.0.0.1", protocol: "tcp" });
  const mediaPorts = settings.external.hasMedia ? undefined : await chooseMediaPorts(start);
  const databaseUrl = settings.external.databaseUrl ?? (await beginDatabase(start, parts));
  const choices = { portalPort, webPort, databaseUrl, mediaPort: mediaPorts?.signalling };
  const environment = childEnvironment(settings, start.secrets, choices);
  parts.web = supervise({
    name: "web process",
    launch: (signal) =>
      launchNode({ ...webProcess, environment, recordFile: recordFile(start, "web") }, signal),
  });
  if (mediaPorts) parts.media = provideMediaServer({ ...start, portalPort }, mediaPorts);
  await migrate(databaseUrl);
  if (settings.isDemo) await seedDemo(environment);
  parts.front = supervise({
    name: "front",
    launch: (signal) =>
      launchNode({ ...frontProcess, environment, recordFile: recordFile(start, "front") }, signal),
  });
  return { port: portalPort, databaseUrl, ready: Promise.all([parts.web.ready, parts.front.ready]) };
}

/** Ends what runs, those first that use the others. Takes less than ten seconds whatever they do. */
export async function endPortal({ front, web, media, database }: Parts): Promise<void> {
  await front?.stop();
  await Promise.all([web?.stop(), media?.stop()]);
  await database?.stop();
}

const webProcess = { script: join(projectFolder, "bin/web.ts"), isServerOnly: false, stopMs: 1_500 };
const frontProcess = { script: join(projectFolder, "lib/front/main.ts"), isServerOnly: true, stopMs: 3_300 };

async function beginDatabase(start: Start, parts: Parts): Promise<string> {
  const database = await startDatabase(start);
  parts.database = superviseDatabase(start, database);
  return database.url;
}

const usualPort = 3_000;

async function choosePortalPort({ port, host }: Settings, ports: Ports): Promise<number> {
  const use = { host, protocol: "tcp" } as const;
  if (port === undefined) return ports.take("portal", use, usualPort);
  if (!(await isFree(port, use))) throw new Error(`Port ${port} is in use. Set PORT to another one.`);
  return port;
}

function recordFile({ dataFolder }: Start, name: string): string {
  return join(dataFolder, "run", `${name}.json`);
}
