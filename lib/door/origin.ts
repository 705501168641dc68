import "server-only";
import { configuration } from "#lib/adapters/configuration";

/** The address people type, without a slash at the end. */
export function publicOrigin(): string {
  return configuration().origin;
}
