import type Pusher from "pusher-js";
import type { Channel, Options, PresenceChannel } from "pusher-js";
import type { Member } from "./port.ts";

/** Where the realtime service is, handed in by the server. Without host and cluster it is the page's own origin. */
export type RealtimeSettings = {
  readonly key: string;
  readonly host?: string;
  readonly port?: number;
  readonly usesTls?: boolean;
  readonly cluster?: string;
};

/**
 * `connected`: for the first time. `lost`: hints are missing from now on. `back`: connected again, so read what was
 * missed from the server.
 */
export type ConnectionState = "connected" | "lost" | "back";

/** What a page does when something happens on a channel. */
export type ChannelHandlers = {
  /** By name of the event. The payload is unchecked: parse it with the schema of the fact. */
  readonly events?: Readonly<Record<string, (payload: unknown) => void>>;
  /** Any event of ours, by its name: for pages that then read everything anew. */
  readonly onEvent?: (name: string) => void;
  /** Everybody present in a presence channel, at first and after each change. */
  readonly onPresent?: (members: readonly Member[]) => void;
  /** The server did not let this page in. */
  readonly onRefused?: () => void;
};

/** The connection of one page. */
export type RealtimeConnection = {
  /** Listens until the returned function is called; several may listen to one channel. */
  readonly subscribe: (channel: string, handlers: ChannelHandlers) => () => void;
  /** Name of this page's socket while connected: sent along with a change, it keeps the hint from coming back. */
  readonly socketId: () => string | undefined;
  readonly close: () => void;
};

/** How a page connects. */
export type ConnectionOptions = {
  readonly settings: RealtimeSettings;
  readonly onState?: (state: ConnectionState) => void;
  /** Origin of the portal; only a program outside a browser must say it. */
  readonly origin?: string;
  /** Whether the page belongs to a signed-in person, who can then be cut off everywhere. */
  readonly signsIn?: boolean;
};

const firstReturnMilliseconds = 1_000;
const longestReturnMilliseconds = 60_000;
const askAgainMilliseconds = 3_000;
const membershipEvents = ["pusher:subscription_succeeded", "pusher:member_added", "pusher:member_removed"];

/** Connects this page, fetching the client only now, and keeps it connected until `close`. */
export async function connectRealtime(options: ConnectionOptions): Promise<RealtimeConnection> {
  const { default: Client } = await import("pusher-js");
  const client = new Client(options.settings.key, clientOptions(options));
  if (options.signsIn) client.signin();
  const stop = watch(client, options.onState);
  const listening = new Map<string, number>();

  return {
    subscribe(name, handlers) {
      listening.set(name, (listening.get(name) ?? 0) + 1);
      const release = listen(client, client.subscribe(name), handlers);
      return () => {
        if (!release()) return;
        const others = (listening.get(name) ?? 1) - 1;
        listening.set(name, others);
        if (others === 0) client.unsubscribe(name);
      };
    },
    socketId: () => client.connection.socket_id,
    close: stop,
  };
}

function clientOptions({ settings, origin = "" }: ConnectionOptions): Options {
  const isElsewhere = settings.host !== undefined || settings.cluster !== undefined;
  const usesTls = isElsewhere ? settings.usesTls !== false : location.protocol === "https:";
  const port = isElsewhere ? settings.port : Number(location.port) || undefined;
  return {
    // The client insists on a cluster, even where the host is given.
    cluster: settings.cluster ?? "",
    ...(settings.cluster && !settings.host ? {} : { wsHost: settings.host ?? location.hostname }),
    ...(port ? { wsPort: port, wssPort: port } : {}),
    forceTLS: usesTls,
    enableStats: false,
    enabledTransports: ["ws", "wss"],
    channelAuthorization: { transport: "ajax", endpoint: `${origin}/api/realtime/authorize` },
    userAuthentication: { transport: "ajax", endpoint: `${origin}/api/realtime/sign-in` },
  };
}

/**
 * Reports the state and returns a function that disconnects. The client gives up after a close code below 4100,
 * which is also how the portal cuts a person off; coming back then means asking for each channel anew.
 */
function watch(client: Pusher, onState: ConnectionOptions["onState"] = () => {}): () => void {
  let wasConnected = false;
  let isClosed = false;
  let pause = firstReturnMilliseconds;
  let timer: ReturnType<typeof setTimeout> | undefined;

  client.connection.bind("state_change", ({ previous, current }: { previous: string; current: string }) => {
    if (current === "connected") {
      pause = firstReturnMilliseconds;
      onState(wasConnected ? "back" : "connected");
      wasConnected = true;
    } else if (previous === "connected" && !isClosed) onState("lost");
    if (current === "disconnected" && !isClosed) {
      timer = setTimeout(() => client.connect(), pause);
      pause = Math.min(pause * 2, longestReturnMilliseconds);
    }
  });

  return () => {
    isClosed = true;
    clearTimeout(timer);
    client.disconnect();
  };
}

/**
 * Ties the handlers to a channel; the returned function unties them and says whether they still were tied.
 * The client does not ask again after a failed authorization, so an answer that is no refusal is asked for again here.
 */
function listen(client: Pusher, channel: Channel, handlers: ChannelHandlers): () => boolean {
  const { events = {}, onEvent, onPresent, onRefused } = handlers;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Wrapped, so that untying one listener leaves another one with the same function alone.
  const bound = Object.entries(events).map(
    ([name, handle]) => [name, (payload: unknown) => handle(payload)] as const,
  );
  const tied: (readonly [string, (payload: unknown) => void])[] = [
    ...bound,
    ["pusher:subscription_error", handleError],
    ...membershipEvents.map((name) => [name, tellPresent] as const),
  ];
  for (const [name, handle] of tied) channel.bind(name, handle);
  channel.bind_global(tellEvent);
  if (channel.subscribed) tellPresent();
  let isTied = true;

  function tellEvent(name: string): void {
    if (!name.startsWith("pusher:")) onEvent?.(name);
  }

  function tellPresent(): void {
    if (onPresent && isPresenceChannel(channel)) onPresent(present(channel));
  }

  function handleError(error: unknown): void {
    const status =
      typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
    if (typeof status === "number" && status >= 400 && status < 500 && status !== 429) onRefused?.();
    else timer = setTimeout(() => client.subscribe(channel.name), askAgainMilliseconds);
  }

  return () => {
    const wasTied = isTied;
    isTied = false;
    clearTimeout(timer);
    for (const [name, handle] of tied) channel.unbind(name, handle);
    channel.unbind_global(tellEvent);
    return wasTied;
  };
}

function isPresenceChannel(channel: Channel): channel is PresenceChannel {
  return channel.name.startsWith("presence-");
}

function present(channel: PresenceChannel): readonly Member[] {
  const members: Member[] = [];
  channel.members.each(({ id, info }: { id: string; info?: { name?: string } }) => {
    members.push({ id, name: info?.name ?? "" });
  });
  return members;
}
