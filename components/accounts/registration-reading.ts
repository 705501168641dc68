import type { LinkView } from "#lib/accounts/registration/schema";
import type { LinkKind } from "./registration-sending.ts";

/** What a mailed link turned out to be. */
export type ReadLink =
  | { readonly kind: "read"; readonly view: LinkView }
  | { readonly kind: "unknown" }
  /** Without a message the portal could not be reached. */
  | { readonly kind: "refused"; readonly message?: string };

/** Reads what the link offers; uses nothing up. */
export async function readLink(kind: LinkKind, secret: string): Promise<ReadLink> {
  const loaded = await Promise.all([
    import("#lib/door/call"),
    import("#lib/contacts/endpoints"),
    import("#lib/organizations/invitations/endpoints"),
  ]).catch(() => null);
  if (!loaded) return { kind: "refused" };
  const [{ call, CallProblem }, { readContactRequestLink }, { readInvitationLink }] = loaded;
  try {
    const endpoint = kind === "contact-request" ? readContactRequestLink : readInvitationLink;
    return { kind: "read", view: await call(endpoint, { secret }) };
  } catch (error) {
    if (!(error instanceof CallProblem)) throw error;
    if (error.code === "not_found" || error.code === "invalid_input") return { kind: "unknown" };
    return { kind: "refused", message: error.code === "offline" ? undefined : error.message };
  }
}
