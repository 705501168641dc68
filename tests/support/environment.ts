import { tmpdir } from "node:os";
import { join } from "node:path";

/** Settings of a test process: no secret, no service, the cheapest password hash. What is set already stays. */
const settings = {
  NODE_ENV: "test",
  /** Nothing of it is looked for by a later run. */
  ATRIUM_DATA: join(tmpdir(), "atrium-test-data"),
  AUTH_SECRET: "only-for-tests-and-nothing-else-0123456789",
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
  PUSHER_APP_ID: "tests",
  PUSHER_KEY: "tests-key",
  PUSHER_SECRET: "tests-secret",
  // Nobody listens there: a push is lost at once, and nothing leaves the machine.
  PUSHER_HOST: "127.0.0.1",
  PUSHER_PORT: "9",
  PUSHER_TLS: "0",
  ATRIUM_ARGON2_KIB: "8",
  ATRIUM_LOG_LEVEL: "error",
};

for (const [name, value] of Object.entries(settings)) process.env[name] ??= value;
