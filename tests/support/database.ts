import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";

let ours: Promise<string> | undefined;

/** Address of this test file's own database, a copy of the migrated template; dropped when the file has ended. */
export function testDatabaseUrl(): Promise<string> {
  ours ??= copyTemplate();
  return ours;
}

// Registered before every hook of the file itself and therefore run after them, when its connections have ended.
afterAll(async () => {
  if (ours === undefined) return;
  const name = nameIn(await ours);
  ours = undefined;
  await onServer((client) => client.query(`DROP DATABASE ${client.escapeIdentifier(name)} WITH (FORCE)`));
});

async function copyTemplate(): Promise<string> {
  const url = new URL(inject("templateUrl"));
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer((client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${client.escapeIdentifier(nameIn(url.href))}`),
  );
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const url = new URL(inject("templateUrl"));
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}

function nameIn(url: string): string {
  return new URL(url).pathname.slice(1);
}
