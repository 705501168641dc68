import "server-only";
import { resolve } from "node:path";
import { z } from "zod";

/**
 * Every setting that comes from the environment, read and checked once per process.
 * `bin/start` fills in what an embedded service needs, so that the processes below it see one kind of setting only.
 */

const port = z.coerce.number().int().min(1).max(65535);
const flag = z.enum(["0", "1"]).transform((value) => value === "1");
const optionalText = z.string().trim().min(1).optional();

const environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  /** Port of the one origin. */
  PORT: port.default(3000),
  /** Address the front listens on. */
  ATRIUM_HOST: z.string().default("0.0.0.0"),
  /** Public origin such as https://meet.example.org, when a proxy stands before the portal. */
  ATRIUM_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Folder of everything embedded services keep. */
  ATRIUM_DATA: z.string().min(1).default(".data"),
  /** Loopback port of the Next process behind the front. */
  ATRIUM_WEB_PORT: port.optional(),
  /** Whether X-Forwarded-For of the nearest proxy is believed. */
  ATRIUM_TRUST_PROXY: flag.default(false),
  ATRIUM_LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  /** Encrypts cookies and signs links; at least 32 characters. */
  AUTH_SECRET: z.string().min(32),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "a postgresql:// address"),
  ATRIUM_DATABASE_EMBEDDED: flag.default(false),
  LIVEKIT_URL: z.url({ protocol: /^(wss?|https?)$/ }).optional(),
  LIVEKIT_API_KEY: optionalText,
  LIVEKIT_API_SECRET: optionalText,
  ATRIUM_MEDIA_EMBEDDED: flag.default(false),
  PUSHER_APP_ID: z.string().min(1),
  PUSHER_KEY: z.string().min(1),
  PUSHER_SECRET: z.string().min(1),
  /** Host of the HTTP API of a Pusher-compatible service; absent for Pusher Channels with PUSHER_CLUSTER. */
  PUSHER_HOST: optionalText,
  PUSHER_PORT: port.optional(),
  PUSHER_TLS: flag.default(true),
  PUSHER_CLUSTER: optionalText,
  ATRIUM_REALTIME_EMBEDDED: flag.default(false),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "an smtp:// or smtps:// address")
    .optional(),
  /** Sender of all mails, such as `Atrium <meet@example.org>`. */
  MAIL_FROM: z.string().min(3).default("Atrium <atrium@localhost>"),
  /** Memory of one password hash in KiB; only tests lower it. */
  ATRIUM_ARGON2_KIB: z.coerce.number().int().min(8).default(19_456),
});

/** The checked settings of a process. */
export type Configuration = ReturnType<typeof read>;

function read(values: Readonly<Record<string, string | undefined>>) {
  const parsed = environment.safeParse(values);
  if (!parsed.success) {
    throw new Error(`The environment is not usable:\n${z.prettifyError(parsed.error)}`);
  }
  const env = parsed.data;
  const origin = (env.ATRIUM_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, "");
  return {
    mode: env.NODE_ENV,
    host: env.ATRIUM_HOST,
    port: env.PORT,
    webPort: env.ATRIUM_WEB_PORT,
    /** Origin as people type it, without a slash at the end. */
    origin,
    isSecure: origin.startsWith("https:"),
    trustsProxy: env.ATRIUM_TRUST_PROXY,
    dataFolder: resolve(env.ATRIUM_DATA),
    logLevel: env.ATRIUM_LOG_LEVEL,
    authSecret: env.AUTH_SECRET,
    database: { url: env.DATABASE_URL, isEmbedded: env.ATRIUM_DATABASE_EMBEDDED },
    media: {
      url: env.LIVEKIT_URL,
      apiKey: env.LIVEKIT_API_KEY,
      apiSecret: env.LIVEKIT_API_SECRET,
      isEmbedded: env.ATRIUM_MEDIA_EMBEDDED,
    },
    realtime: {
      appId: env.PUSHER_APP_ID,
      key: env.PUSHER_KEY,
      secret: env.PUSHER_SECRET,
      host: env.PUSHER_HOST,
      port: env.PUSHER_PORT,
      usesTls: env.PUSHER_TLS,
      cluster: env.PUSHER_CLUSTER,
      isEmbedded: env.ATRIUM_REALTIME_EMBEDDED,
    },
    mail: { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM },
    argon2MemoryKib: env.ATRIUM_ARGON2_KIB,
  } as const;
}

let current: Configuration | undefined;

/** The checked settings of this process. Throws an error that names each unusable variable. */
export function configuration(): Configuration {
  current ??= read(process.env);
  return current;
}
