import { resolve } from "node:path";
import { z } from "zod";

const text = z.string().trim().min(1).optional();
const port = z.coerce.number().int().min(1).max(65_535).optional();

/** What of the environment decides how the portal is run. The rest is read and checked by the processes below. */
const environment = z.object({
  PORT: port,
  ATRIUM_HOST: z.string().trim().min(1).default("0.0.0.0"),
  ATRIUM_URL: z.url({ protocol: /^https?$/ }).optional(),
  ATRIUM_DATA: z.string().min(1).default(".data"),
  AUTH_SECRET: z.string().min(32).optional(),
  DATABASE_URL: text,
  LIVEKIT_URL: text,
  LIVEKIT_API_KEY: text,
  LIVEKIT_API_SECRET: text,
  PUSHER_APP_ID: text,
  PUSHER_KEY: text,
  PUSHER_SECRET: text,
  SMTP_URL: text,
  PATH: z.string().default(""),
  HOME: text,
  XDG_CACHE_HOME: text,
});

/** The settings of this start. */
export type Settings = {
  readonly isDevelopment: boolean;
  readonly isDemo: boolean;
  readonly host: string;
  /** Whether only this machine reaches the portal. */
  readonly isLoopbackOnly: boolean;
  /** Address at which our own parts reach the front. */
  readonly ownHost: string;
  /** The port that was asked for; absent means 3000 or the next free one. */
  readonly port: number | undefined;
  /** Public origin, where a proxy stands before the portal. */
  readonly publicOrigin: string | undefined;
  readonly dataFolder: string;
  readonly cacheFolder: string;
  readonly searchPath: string;
  /** What is set runs elsewhere; what is not is embedded. */
  readonly external: {
    readonly databaseUrl: string | undefined;
    readonly hasMedia: boolean;
    readonly hasRealtime: boolean;
    readonly hasMailer: boolean;
  };
  /** The environment without variables that are set to nothing. */
  readonly given: Readonly<Record<string, string>>;
};

/** Reads the arguments and the environment; throws an error that names what is not usable. */
export function readSettings(args: readonly string[], variables: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value?.trim() ? [[name, value]] : [])),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new Error(`The environment is not usable:\n${z.prettifyError(parsed.error)}`);
  const env = parsed.data;
  refuseHalf("LIVEKIT_URL", env.LIVEKIT_URL, { ...pick(env, ["LIVEKIT_API_KEY", "LIVEKIT_API_SECRET"]) });
  refuseHalf("PUSHER_APP_ID", env.PUSHER_APP_ID, { ...pick(env, ["PUSHER_KEY", "PUSHER_SECRET"]) });
  const isAnywhere = env.ATRIUM_HOST === "0.0.0.0" || env.ATRIUM_HOST === "::";
  return {
    isDevelopment: args.includes("--dev"),
    isDemo: args.includes("--demo"),
    host: env.ATRIUM_HOST,
    isLoopbackOnly: /^(127\.|::1$|localhost$)/.test(env.ATRIUM_HOST),
    ownHost: isAnywhere ? "127.0.0.1" : env.ATRIUM_HOST,
    port: env.PORT,
    publicOrigin: env.ATRIUM_URL?.replace(/\/+$/, ""),
    dataFolder: resolve(env.ATRIUM_DATA),
    cacheFolder: resolve(env.XDG_CACHE_HOME ?? resolve(env.HOME ?? "/var/cache", ".cache"), "atrium"),
    searchPath: env.PATH,
    external: {
      databaseUrl: env.DATABASE_URL,
      hasMedia: env.LIVEKIT_URL !== undefined,
      hasRealtime: env.PUSHER_APP_ID !== undefined,
      hasMailer: env.SMTP_URL !== undefined,
    },
    given,
  };
}

function pick<Env, Name extends keyof Env>(env: Env, names: readonly Name[]) {
  return Object.fromEntries(names.map((name) => [name, env[name]]));
}

function refuseHalf(
  name: string,
  value: string | undefined,
  companions: Readonly<Record<string, unknown>>,
): void {
  const missing = Object.keys(companions).filter((companion) => companions[companion] === undefined);
  if (value !== undefined && missing.length > 0) {
    throw new Error(`The environment is not usable: ${name} is set, but not ${missing.join(" and ")}.`);
  }
}
