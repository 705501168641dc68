/** Who a token is for and what it allows: one media room, nothing beside it. */
export type TokenHolder = {
  readonly room: string;
  /** Unique in the room: a second connection of the same identity replaces the first. Reaches logs, so no personal data. */
  readonly identity: string;
  /** Shown to the others. */
  readonly name: string;
  /** Shown to the others and set by us alone. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly sources: readonly MediaSource[];
};

/** What may be sent into a media room. */
export type MediaSource = "camera" | "microphone" | "screen_share" | "screen_share_audio";

/** One connection of somebody to a media room. */
export type MediaConnection = {
  /** Never used again (the participant's SID). */
  readonly connectionId: string;
  readonly identity: string;
  readonly name: string;
  /** The attributes of the token it was opened with. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Null when the media server does not say. */
  readonly joinedAt: Date | null;
};

/** What the media server tells of its own accord: any number of times, in any order, or never. */
export type MediaEvent = { readonly id: string; readonly room: string; readonly at: Date } & (
  | { readonly kind: "joined" | "left"; readonly connection: MediaConnection }
  | { readonly kind: "finished" }
  /** Anything that means nothing to us. */
  | { readonly kind: "other"; readonly name: string }
);

/** `reason` and `remedy` are for the administrator, in English. */
export type MediaState =
  | { readonly state: "up" }
  | {
      readonly state: "down" | "installing" | "absent";
      readonly reason?: string;
      readonly remedy?: string;
    };

/** The server that carries sound and pictures. Every request to it takes three seconds at worst. */
export type MediaServer = {
  /** Where browsers connect; empty when it is behind the page's own origin. */
  readonly connectUrl: string;
  /** A token that opens the room within two minutes; who is inside stays inside longer. */
  createToken(holder: TokenHolder): Promise<string>;
  /** Whom a token that this server would accept was made for; null for every other text. */
  readToken(token: string): Promise<{ readonly room: string; readonly identity: string } | null>;
  /** Closes the room and every connection to it; one that is gone is fine. Rejects when the server does not answer. */
  endRoom(room: string): Promise<void>;
  /** Closes one person's connection; somebody who is gone is fine. Rejects as `endRoom`. */
  removeParticipant(participant: { readonly room: string; readonly identity: string }): Promise<void>;
  /** Who is inside; empty also when there is no such room. Rejects as `endRoom`. */
  listParticipants(room: string): Promise<readonly MediaConnection[]>;
  /** Reads a webhook. Null when its signature is not ours or does not belong to this body. */
  receiveWebhook(webhook: {
    readonly body: string;
    readonly authorization: string | null;
  }): Promise<MediaEvent | null>;
  /** Whether conferences can be held. An answer may be some seconds old. */
  state(): Promise<MediaState>;
};
