import "server-only";
import pg from "pg";

/** Asks one question on a connection of its own, for programs that do not load the whole client for it. */
export async function queryOnce(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
