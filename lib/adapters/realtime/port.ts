/** One hint to the pages that listen on a channel. */
export type Push = {
  readonly channel: string;
  readonly name: string;
  /** Plain JSON; at most 10,240 bytes once written as JSON. Larger ones are lost, so send ids and not texts. */
  readonly payload: unknown;
  /** The socket of the page that caused it and knows already. */
  readonly exceptSocketId?: string;
};

/** A person as the other members of a presence channel see them. */
export type Member = { readonly id: string; readonly name: string };

/** What a page hands to the realtime service as proof; the words are those of the Pusher protocol. */
export type ChannelAuthorization = { readonly auth: string; readonly channel_data?: string };
export type SignInAuthorization = { readonly auth: string; readonly user_data: string };

/** Pushes hints to open pages. Whatever is pushed can be read from the database as well. */
export type Realtime = {
  /**
   * Delivers to everybody who listens now, in the given order, at most once. Never rejects and takes some seconds
   * at worst: a lost push costs nothing, because pages catch up when they reconnect. Need not be awaited.
   */
  push(events: readonly Push[]): Promise<void>;
  /**
   * Lets one socket into one channel; presence channels need `person`. Asks nobody: whether the person may is the
   * caller's decision. Throws on a malformed socket id or channel name.
   */
  authorize(request: {
    readonly socketId: string;
    readonly channel: string;
    readonly person?: Member;
  }): ChannelAuthorization;
  /** Ties a socket to a person, so that `terminate` finds it. */
  signIn(request: { readonly socketId: string; readonly person: Member }): SignInAuthorization;
  /** Ids of the people present in a presence channel. Rejects when the service does not answer. */
  presentIn(channel: string): Promise<readonly string[]>;
  /**
   * Cuts all sockets of a person; their pages come back and have each channel authorized anew. INV-32
   * Rejects when the service does not answer, so that a job tries again.
   */
  terminate(personId: string): Promise<void>;
  /** Whether the service answers and accepts our signature. */
  state(): Promise<"up" | "down">;
};
