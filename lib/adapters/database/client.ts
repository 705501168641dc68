import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { configuration } from "#lib/adapters/configuration";
import { Prisma, PrismaClient } from "./generated/client.ts";

/** What commands and queries talk to: a pooled client, or the open transaction. */
export type Database = Prisma.TransactionClient;

export { Prisma };

const poolSize = 10;

let client: PrismaClient | undefined;

/** The pooled client of this process; connects when it is first used. */
export function database(): PrismaClient {
  client ??= createClient(configuration().database.url);
  return client;
}

/** A client of its own for a given database, such as a test's. The caller disconnects it. */
export function createClient(url: string): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  });
  return new PrismaClient({
    adapter,
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
}

/** Ends the connections of this process. */
export async function disconnectDatabase(): Promise<void> {
  await client?.$disconnect();
  client = undefined;
}

/** Whether the error says that a unique index refused a row, optionally on one of these columns. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
