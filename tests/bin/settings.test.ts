import { describe, expect, it } from "vitest";
import { childEnvironment, origin } from "../../bin/support/environment.ts";
import { readSettings } from "../../bin/support/settings.ts";

const secrets = {
  authSecret: "a".repeat(40),
  databasePassword: "database-password",
  mediaKey: "media-key",
  mediaSecret: "media-secret",
  realtimeAppId: "realtime-app",
  realtimeKey: "realtime-key",
  realtimeSecret: "realtime-secret",
};
const choices = {
  portalPort: 3001,
  webPort: 22_001,
  databaseUrl: "postgresql://a@127.0.0.1:1/a",
  mediaPort: 22_002,
};

describe("what the processes below see", () => {
  it("is complete when nothing was set", () => {
    expect(childEnvironment(readSettings([], { NODE_ENV: "test" }), secrets, choices)).toMatchObject({
      NODE_ENV: "production",
      PORT: "3001",
      ATRIUM_URL: "http://localhost:3001",
      AUTH_SECRET: secrets.authSecret,
      DATABASE_URL: choices.databaseUrl,
      LIVEKIT_URL: "ws://127.0.0.1:22002",
      LIVEKIT_API_KEY: "media-key",
      ATRIUM_MEDIA_EMBEDDED: "1",
      PUSHER_HOST: "127.0.0.1",
      PUSHER_PORT: "3001",
      PUSHER_TLS: "0",
      ATRIUM_REALTIME_EMBEDDED: "1",
    });
  });

  it("keeps what was set, and then nothing of that is embedded", () => {
    const given = {
      NODE_ENV: "test" as const,
      AUTH_SECRET: "b".repeat(40),
      ATRIUM_URL: "https://meet.example.org/",
      LIVEKIT_URL: "wss://media.example.org",
      LIVEKIT_API_KEY: "theirs",
      LIVEKIT_API_SECRET: "theirs too",
      PUSHER_APP_ID: "1",
      PUSHER_KEY: "k",
      PUSHER_SECRET: "s",
      PUSHER_CLUSTER: "eu",
    };
    const environment = childEnvironment(readSettings([], given), secrets, {
      ...choices,
      mediaPort: undefined,
    });
    expect(environment).toMatchObject({
      AUTH_SECRET: given.AUTH_SECRET,
      ATRIUM_URL: "https://meet.example.org",
      LIVEKIT_URL: given.LIVEKIT_URL,
      ATRIUM_MEDIA_EMBEDDED: "0",
      PUSHER_CLUSTER: "eu",
      ATRIUM_REALTIME_EMBEDDED: "0",
    });
    expect(environment).not.toHaveProperty("PUSHER_HOST");
  });

  it("does not hold variables that are set to nothing", () => {
    const settings = readSettings([], { NODE_ENV: "test", LIVEKIT_URL: "", SMTP_URL: " " });
    expect(settings.external.hasMedia).toBe(false);
    expect(childEnvironment(settings, secrets, choices)).not.toHaveProperty("SMTP_URL");
  });
});

it.each([
  [{ LIVEKIT_URL: "wss://media.example.org", LIVEKIT_API_KEY: "k" }, /LIVEKIT_API_SECRET/],
  [{ PUSHER_APP_ID: "1" }, /PUSHER_KEY and PUSHER_SECRET/],
  [{ PORT: "http" }, /PORT/],
  [{ AUTH_SECRET: "short" }, /AUTH_SECRET/],
])("refuses %o and names what is wrong", (given, message) => {
  expect(() => readSettings([], { NODE_ENV: "test", ...given })).toThrow(message);
});

it.each([
  ["0.0.0.0", "http://localhost:3000", "127.0.0.1", false],
  ["127.0.0.1", "http://localhost:3000", "127.0.0.1", true],
  ["192.0.2.7", "http://192.0.2.7:3000", "192.0.2.7", false],
  ["::1", "http://[::1]:3000", "::1", true],
])("listening on %s the address is %s", (ATRIUM_HOST, address, ownHost, isLoopbackOnly) => {
  const settings = readSettings([], { NODE_ENV: "test", ATRIUM_HOST });
  expect(settings).toMatchObject({ ownHost, isLoopbackOnly });
  expect(origin(settings, 3000)).toBe(address);
});
