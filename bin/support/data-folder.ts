import { accessSync, chmodSync, constants, mkdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Makes the folder of everything that embedded services keep, and answers with its path without links. It holds
 * secrets: nobody else gets in. As root, the group may pass through, because PostgreSQL runs as a user of its own.
 */
export function readyDataFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const folder = realpathSync(path);
  const allowed = process.getuid?.() === 0 ? 0o710 : 0o700;
  const mode = statSync(folder).mode & 0o777;
  if ((mode & ~allowed) !== 0) chmodSync(folder, mode & allowed);
  accessSync(folder, constants.W_OK);
  mkdirSync(join(folder, "run"), { recursive: true, mode: 0o700 });
  mkdirSync(join(folder, "media-server"), { recursive: true, mode: 0o700 });
  return folder;
}
