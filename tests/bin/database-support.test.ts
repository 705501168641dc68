import pg from "pg";
import { expect, it } from "vitest";
import { testDatabaseUrl } from "../support/database.ts";

it("each test file works on a migrated database of its own", async () => {
  const url = await testDatabaseUrl();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`SELECT count(*)::int AS n FROM "Person"`);
  await client.end();
  expect(rows).toEqual([{ n: 0 }]);
  expect(await testDatabaseUrl()).toBe(url);
});
