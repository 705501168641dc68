import type { LinkView } from "#lib/accounts/registration/schema";
import type { SentRequestState } from "./schema.ts";

/** What decides in which state a request is now. */
export type RequestFacts = {
  readonly state: "PENDING" | "CONNECTED" | "DECLINED" | "WITHDRAWN" | "EXPIRED";
  readonly expiresAt: Date;
  readonly isSenderActive: boolean;
};

/**
 * The state as it is at this moment: the time is over when it is over, whether or not anybody has noted it yet, and the
 * requests of a closed account are as good as withdrawn. GAP-053
 */
export function stateNow(request: RequestFacts, now: Date): RequestFacts["state"] {
  if (request.state !== "PENDING") return request.state;
  if (request.expiresAt <= now) return "EXPIRED";
  return request.isSenderActive ? "PENDING" : "WITHDRAWN";
}

/** The same in the words of a link's page. */
export const linkStates = {
  PENDING: "open",
  CONNECTED: "accepted",
  DECLINED: "declined",
  WITHDRAWN: "withdrawn",
  EXPIRED: "expired",
} as const satisfies Readonly<Record<RequestFacts["state"], LinkView["state"]>>;

/** The same in the words of the sender's list. */
export const sentStates = {
  PENDING: "pending",
  CONNECTED: "connected",
  DECLINED: "declined",
  WITHDRAWN: "withdrawn",
  EXPIRED: "expired",
} as const satisfies Readonly<Record<RequestFacts["state"], SentRequestState>>;

/** The reason with which answering a request is refused that is not open. */
export const closedReasons = {
  CONNECTED: "contactRequestAccepted",
  DECLINED: "contactRequestDeclined",
  WITHDRAWN: "contactRequestWithdrawn",
  EXPIRED: "contactRequestExpired",
} as const satisfies Readonly<Record<Exclude<RequestFacts["state"], "PENDING">, string>>;
