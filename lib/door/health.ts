import "server-only";
import { database } from "#lib/adapters/database/client";
import { workerState } from "#lib/adapters/jobs/state";
import { log } from "#lib/adapters/log";
import { mailer } from "#lib/adapters/mailer/index";
import { mediaServer } from "#lib/adapters/media-server/index";
import { realtime } from "#lib/adapters/realtime/index";

/** How one part of the installation does. `reason` and `remedy` are for administrators only. */
export type PartHealth = {
  readonly state: "up" | "down" | "installing" | "absent";
  readonly reason?: string;
  readonly remedy?: string;
};

/** What an installation consists of. */
export type Part = "database" | "realtime" | "media" | "mail" | "worker";

/** How the whole installation does. */
export type Health = {
  /** False only when the database is gone: everything else degrades one feature. */
  readonly isServing: boolean;
  readonly parts: Readonly<Record<Part, PartHealth>>;
};

const limitMs = 4_000;

/** Asks each part how it does, all at once. Never throws. */
export async function health(): Promise<Health> {
  const [databasePart, realtimePart, media, mail, worker] = await Promise.all([
    asked("database", async () => {
      await database().$queryRaw`SELECT 1`;
      return { state: "up" };
    }),
    asked("realtime", async () => ({ state: await realtime().state() })),
    asked("media", () => mediaServer().state()),
    asked("mail", async () => ({ state: await mailer().state() })),
    asked("worker", async () => ({ state: await workerState(database()) })),
  ]);
  return {
    isServing: databasePart.state === "up",
    parts: { database: databasePart, realtime: realtimePart, media, mail, worker },
  };
}

async function asked(part: Part, ask: () => Promise<PartHealth>): Promise<PartHealth> {
  const silence = new Promise<PartHealth>((resolve) => {
    setTimeout(() => resolve({ state: "down", reason: `no answer within ${limitMs} ms` }), limitMs).unref();
  });
  try {
    return await Promise.race([ask(), silence]);
  } catch (cause) {
    log().warn({ part, err: cause }, "a part does not answer");
    return { state: "down", reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** The public answer: states only, since reasons may name hosts. 503 when the database is gone. */
export async function healthResponse(): Promise<Response> {
  const { isServing, parts } = await health();
  const states = Object.entries(parts).map(([part, { state }]) => [part, { state }] as const);
  return Response.json(
    { status: isServing ? "serving" : "down", parts: Object.fromEntries(states) },
    { status: isServing ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
