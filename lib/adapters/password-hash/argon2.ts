import "server-only";
import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { configuration } from "../configuration.ts";

/** More at once would only take the processor and the memory away from everybody else. */
const parallelHashes = 2;

const passes = 2;
const lanes = 1;

/** Hashes a password with argon2id and a random salt; the result carries its own settings. GAP-025 */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() =>
    hash(password, { memoryCost: configuration().argon2MemoryKib, timeCost: passes, parallelism: lanes }),
  );
}

/**
 * Whether the password is the one that was hashed. Without a hash (a name nobody has, an account without a password) it
 * computes just as long and says no. R17
 */
export function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  return inTurn(() => verify(passwordHash ?? hashOfNobody(), password));
}

/** A well-formed hash that no password has: its digest is made up. */
function hashOfNobody(): string {
  const unpadded = (bytes: number) => randomBytes(bytes).toString("base64").replace(/=+$/, "");
  const settings = `m=${configuration().argon2MemoryKib},t=${passes},p=${lanes}`;
  return `$argon2id$v=19$${settings}$${unpadded(16)}$${unpadded(32)}`;
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= parallelHashes) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    // The place is handed on, so that nobody who comes meanwhile overtakes.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
