import type { RequestContext } from "#lib/shared/context";

/** Whose wrong PINs are counted together: one person's, or those of everybody without an account behind one address. GAP-093 */
export function pinTrierOf({ actor, address }: Pick<RequestContext, "actor" | "address">): string {
  return actor.kind === "person" ? actor.personId : `address ${address ?? "unknown"}`;
}
