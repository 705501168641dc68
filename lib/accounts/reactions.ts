import "server-only";
import type { z } from "zod";
import type { Context } from "#lib/adapters/database/context";
import { realtime } from "#lib/adapters/realtime/index";
import type { signInSessionRevoked } from "./facts.ts";

/** Cuts the person's sockets; pages that are still signed in come back, the others are asked to sign in. SIG-36, R18 */
export async function cutSockets(
  _context: Context,
  { personId }: z.infer<typeof signInSessionRevoked.payload>,
): Promise<void> {
  await realtime().terminate(personId);
}
