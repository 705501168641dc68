import { randomUUID } from "node:crypto";
import { queryOnce } from "#lib/adapters/database/query-once";

/**
 * The one-time link with which the first administrator is made, valid for a day; null when the portal has one. Links
 * of earlier starts lose their validity. GAP-115
 */
export async function setupLink(databaseUrl: string, origin: string): Promise<string | null> {
  if (await hasAdministrator(databaseUrl)) return null;
  // Only loaded when needed: an ordinary start does without the database client in this process.
  const { createClient } = await import("#lib/adapters/database/client");
  const { inTransaction } = await import("#lib/adapters/database/context");
  const { issueSetupToken } = await import("#lib/accounts/setup/commands");
  const client = createClient(databaseUrl);
  const actor = { kind: "system", reason: "start" } as const;
  const request = { actor, now: new Date(), locale: "en", requestId: randomUUID() } as const;
  try {
    const token = await inTransaction(request, client, issueSetupToken);
    return token === null ? null : `${origin}/setup/${token}`;
  } finally {
    await client.$disconnect();
  }
}

async function hasAdministrator(databaseUrl: string): Promise<boolean> {
  return (await queryOnce(databaseUrl, 'SELECT 1 FROM "Person" WHERE "isServerAdmin" LIMIT 1')).length > 0;
}
