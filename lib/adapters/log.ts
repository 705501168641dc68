import "server-only";
import pino from "pino";
import { configuration } from "./configuration.ts";

let logger: pino.Logger | undefined;

/** The process's logger: one JSON object per line on the standard output, never with secrets or bodies. */
export function log(): pino.Logger {
  logger ??= pino({
    level: configuration().logLevel,
    base: { process: process.title },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
  return logger;
}
