import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { hasCode } from "../processes.ts";
import type { MediaState } from "./port.ts";

/** What the program that provides livekit-server writes down while it does so. */
export const MediaServerStatus = z.object({
  state: z.enum(["up", "down", "installing", "absent"]),
  reason: z.string().optional(),
  remedy: z.string().optional(),
  version: z.string().optional(),
  since: z.string(),
});
export type MediaServerStatus = z.infer<typeof MediaServerStatus>;

/** Path of that file in the data folder. */
export function statusPath(dataFolder: string): string {
  return join(dataFolder, "media-server", "status.json");
}

/** What was last written down; absent when nothing ever was. */
export async function readStatus(dataFolder: string): Promise<MediaState> {
  const text = await readText(statusPath(dataFolder));
  const parsed = text === null ? null : MediaServerStatus.safeParse(jsonOf(text));
  if (!parsed?.success) return { state: "absent", reason: "No media server was started." };
  const { state, reason, remedy } = parsed.data;
  return state === "up" ? { state } : { state, reason, remedy };
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Caught in the middle of being written.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
