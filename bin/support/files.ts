import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, statSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Root of the project, where package.json lies. */
export const projectFolder = resolve(import.meta.dirname, "../..");

/** Writes the whole file or nothing, also when the machine stops in the middle; only its owner may read it. */
export function writeWhole(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}`;
  const descriptor = openSync(unfinished, "w", 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(unfinished, file);
  syncFolder(dirname(file));
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

const largestLogBytes = 10 * 1024 * 1024;

/** Path of a log file in the data folder. One that has grown large is put aside as `.1`, in place of the one before. */
export function logFile(dataFolder: string, name: string): string {
  const file = join(dataFolder, "logs", `${name}.log`);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLogBytes) renameSync(file, `${file}.1`);
  return file;
}
