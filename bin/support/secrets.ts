import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writeWhole } from "./files.ts";

const secretNames = [
  "authSecret",
  "databasePassword",
  "mediaKey",
  "mediaSecret",
  "realtimeAppId",
  "realtimeKey",
  "realtimeSecret",
] as const;

/** Random texts that this installation's parts recognise each other by. */
export type Secrets = Readonly<Record<(typeof secretNames)[number], string>>;

const stored = z.record(z.string(), z.string().min(8));

/**
 * The secrets of this data folder, made when they are first asked for and never changed afterwards. Ones that a newer
 * version needs besides are added. Refuses a file that cannot be read, because new secrets would lock the data out.
 */
export function readySecrets(dataFolder: string): Secrets {
  const file = join(dataFolder, "secrets.json");
  const kept = existsSync(file) ? parse(file) : {};
  const secrets: Record<string, string> = { ...kept };
  for (const name of secretNames) secrets[name] ??= randomBytes(36).toString("base64url");
  if (secretNames.some((name) => kept[name] === undefined)) {
    writeWhole(file, `${JSON.stringify(secrets, null, 2)}\n`);
  }
  return z.record(z.enum(secretNames), z.string()).parse(pick(secrets));
}

function pick(secrets: Readonly<Record<string, string>>) {
  return Object.fromEntries(secretNames.map((name) => [name, secrets[name]]));
}

function parse(file: string): Readonly<Record<string, string>> {
  try {
    return stored.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new Error(`${file} is damaged. Put it back from a backup: without it the data cannot be opened.`, {
      cause,
    });
  }
}
