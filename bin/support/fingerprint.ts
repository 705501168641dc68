import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Made by the Prisma generator from files that are counted themselves; and pictures that no page shows. */
const exclude = ["**/generated/**", "public/screenshots/**"];

/** A hash of the names and contents of these files of a folder, given as glob patterns. Dates do not matter. */
export function fingerprint(folder: string, patterns: readonly string[]): string {
  const hash = createHash("sha256");
  const entries = globSync([...patterns], { cwd: folder, exclude, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort())
    hash.update(file.slice(folder.length)).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

/** Whether that file says that something was made from exactly this. */
export function isMadeFrom(file: string, print: string): boolean {
  return existsSync(file) && readFileSync(file, "utf8") === print;
}
