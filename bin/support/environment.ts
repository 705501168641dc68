import { join } from "node:path";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";

/** What this start has chosen for the processes below it. */
export type Choices = {
  readonly portalPort: number;
  readonly webPort: number;
  readonly databaseUrl: string;
  /** Port of our own livekit-server; absent when another one is set. */
  readonly mediaPort: number | undefined;
};

/**
 * The environment of the processes below: what was given, and beside it an address and a key for each embedded
 * service, so that they see one kind of setting only.
 */
export function childEnvironment(settings: Settings, secrets: Secrets, choices: Choices): NodeJS.ProcessEnv {
  const { external, given } = settings;
  return {
    AUTH_SECRET: secrets.authSecret,
    // Node keeps compiled scripts there, which makes later starts quicker.
    NODE_COMPILE_CACHE: join(settings.dataFolder, "cache/scripts"),
    ...given,
    NODE_ENV: settings.isDevelopment ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: `${choices.portalPort}`,
    ATRIUM_HOST: settings.host,
    ATRIUM_URL: origin(settings, choices.portalPort),
    ATRIUM_DATA: settings.dataFolder,
    ATRIUM_WEB_PORT: `${choices.webPort}`,
    DATABASE_URL: choices.databaseUrl,
    ATRIUM_DATABASE_EMBEDDED: flag(external.databaseUrl === undefined),
    ATRIUM_MEDIA_EMBEDDED: flag(!external.hasMedia),
    ATRIUM_REALTIME_EMBEDDED: flag(!external.hasRealtime),
    ...(choices.mediaPort === undefined ? {} : embeddedMedia(secrets, choices.mediaPort)),
    ...(external.hasRealtime ? {} : embeddedRealtime(settings, secrets, choices)),
  };
}

/** Where people reach the portal. */
export function origin({ publicOrigin, ownHost }: Settings, portalPort: number): string {
  return publicOrigin ?? httpOrigin(ownHost === "127.0.0.1" ? "localhost" : ownHost, portalPort);
}

/** Where our own processes reach the portal, whatever stands before it. */
export function ownOrigin({ ownHost }: Settings, portalPort: number): string {
  return httpOrigin(ownHost, portalPort);
}

function httpOrigin(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function embeddedMedia(secrets: Secrets, mediaPort: number) {
  return {
    LIVEKIT_URL: `ws://127.0.0.1:${mediaPort}`,
    LIVEKIT_API_KEY: secrets.mediaKey,
    LIVEKIT_API_SECRET: secrets.mediaSecret,
  };
}

/** Our own realtime server lives in the front, on the portal's own port. */
function embeddedRealtime({ ownHost }: Settings, secrets: Secrets, { portalPort }: Choices) {
  return {
    PUSHER_APP_ID: secrets.realtimeAppId,
    PUSHER_KEY: secrets.realtimeKey,
    PUSHER_SECRET: secrets.realtimeSecret,
    PUSHER_HOST: ownHost,
    PUSHER_PORT: `${portalPort}`,
    PUSHER_TLS: "0",
  };
}

function flag(isSet: boolean): "0" | "1" {
  return isSet ? "1" : "0";
}
