import type { LinkView } from "#lib/accounts/registration/schema";

/** What the pages behind a request's links say; {name}, {email} and {person} are placeholders. */
export type LinkTexts = {
  readonly acceptTitle: string;
  readonly accepting: string;
  readonly declineTitle: string;
  readonly declineText: string;
  readonly declineAction: string;
  readonly declining: string;
  readonly declinedTitle: string;
  readonly declinedText: string;
  readonly otherTitle: string;
  readonly otherText: string;
  readonly otherAction: string;
  readonly otherKeep: string;
  readonly acceptedTitle: string;
  readonly acceptedText: string;
  readonly wasDeclinedTitle: string;
  readonly wasDeclinedText: string;
  readonly withdrawnTitle: string;
  readonly withdrawnText: string;
  readonly expiredTitle: string;
  readonly expiredText: string;
  readonly unknownTitle: string;
  readonly unknownText: string;
  readonly toContacts: string;
  readonly toStart: string;
  readonly again: string;
  readonly failedTitle: string;
  readonly offline: string;
  readonly failed: string;
};

/** What reading a link came to. */
export type ReadRequest =
  | { readonly kind: "read"; readonly view: LinkView }
  | { readonly kind: "unknown" }
  | { readonly kind: "failed"; readonly message: string };

/** Fills names and addresses into a text of the catalogue. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Asks what a link offers; a secret that cannot be one is not known. */
export async function readRequest(secret: string, texts: LinkTexts): Promise<ReadRequest> {
  const loaded = await loadClient().catch((cause: unknown) => ({ cause }));
  if (!("call" in loaded)) return { kind: "failed", message: texts.offline };
  const { call, CallProblem, readContactRequestLink } = loaded;
  try {
    return { kind: "read", view: await call(readContactRequestLink, { secret }) };
  } catch (error) {
    if (!(error instanceof CallProblem)) throw error;
    if (error.code === "not_found" || error.code === "invalid_input") return { kind: "unknown" };
    return { kind: "failed", message: messageOf(error, texts) };
  }
}

/** What a refused step says. */
export function messageOf(
  problem: { readonly code: string; readonly message: string },
  texts: Pick<LinkTexts, "offline" | "failed">,
): string {
  if (problem.code === "offline") return texts.offline;
  return problem.message || texts.failed;
}

/** The client of the API and our endpoints, loaded when the page needs them. */
export async function loadClient() {
  const [door, contacts, accounts] = await Promise.all([
    import("#lib/door/call"),
    import("#lib/contacts/endpoints"),
    import("#lib/accounts/endpoints"),
  ]);
  const { call, CallProblem } = door;
  const { acceptContactRequestByLink, declineContactRequestByLink, readContactRequestLink } = contacts;
  return {
    ...{ call, CallProblem, acceptContactRequestByLink, declineContactRequestByLink },
    readContactRequestLink,
    signOut: accounts.signOut,
  };
}
