import "server-only";
import {
  AccessToken,
  type ParticipantInfo,
  RoomServiceClient,
  ServerError,
  TokenVerifier,
  TrackSource,
  type WebhookEvent,
  WebhookReceiver,
} from "livekit-server-sdk";
import type {
  MediaConnection,
  MediaEvent,
  MediaServer,
  MediaSource,
  MediaState,
  TokenHolder,
} from "./port.ts";

/** Where a LiveKit server is and the key we share with it. */
export type LivekitSettings = {
  /** `ws:`, `wss:`, `http:` or `https:`. */
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Address for browsers; empty when it is behind the page's own origin. */
  readonly connectUrl: string;
};

const timeoutSeconds = 3;
// Matters for connecting only: the server keeps a connection however old its token is.
const tokenLifetimeSeconds = 120;

/** The media server port by LiveKit's own package, for our own livekit-server, a cluster and LiveKit Cloud. */
export function createLivekitMediaServer(settings: LivekitSettings): MediaServer {
  const { apiKey, apiSecret, connectUrl } = settings;
  const rooms = new RoomServiceClient(withScheme(settings.url, "http"), apiKey, apiSecret, {
    requestTimeout: timeoutSeconds,
  });
  const receiver = new WebhookReceiver(apiKey, apiSecret);
  const verifier = new TokenVerifier(apiKey, apiSecret);
  return {
    connectUrl,
    createToken: (holder) => tokenFor(holder, settings),
    readToken: (token) => holderOf(verifier, token),
    endRoom: (room) => unlessGone(rooms.deleteRoom(room)),
    removeParticipant: ({ room, identity }) => unlessGone(rooms.removeParticipant(room, identity)),
    async listParticipants(room) {
      try {
        return (await rooms.listParticipants(room)).map(connectionOf);
      } catch (error) {
        if (isGone(error)) return [];
        throw error;
      }
    },
    async receiveWebhook({ body, authorization }) {
      const event = await verified(receiver, body, authorization);
      return event && eventOf(event);
    },
    state: () => probe(rooms),
  };
}

/** The same address under another scheme: `wss` for `https` and the other way round. */
export function withScheme(url: string, kind: "http" | "ws"): string {
  const isSecure = /^(wss|https):/.test(url);
  return url.replace(/^\w+:/, `${kind}${isSecure ? "s" : ""}:`).replace(/\/+$/, "");
}

const trackSources: Readonly<Record<MediaSource, TrackSource>> = {
  camera: TrackSource.CAMERA,
  microphone: TrackSource.MICROPHONE,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
};

function tokenFor(holder: TokenHolder, { apiKey, apiSecret }: LivekitSettings): Promise<string> {
  const { room, identity, name, attributes, sources } = holder;
  const token = new AccessToken(apiKey, apiSecret, {
    identity,
    name,
    attributes: { ...attributes },
    ttl: tokenLifetimeSeconds,
  });
  token.addGrant({
    room,
    roomJoin: true,
    canSubscribe: true,
    canPublish: sources.length > 0,
    canPublishSources: sources.map((source) => trackSources[source]),
    canPublishData: false,
    canUpdateOwnMetadata: false,
  });
  return token.toJwt();
}

async function holderOf(verifier: TokenVerifier, token: string) {
  try {
    const { sub: identity, video } = await verifier.verify(token);
    return identity && video?.room ? { room: video.room, identity } : null;
  } catch (error) {
    // Forged, changed and expired tokens are all the same to whoever asks.
    if (error instanceof Error) return null;
    throw error;
  }
}

async function unlessGone(request: Promise<void>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof ServerError && error.code === "not_found";
}

async function probe(rooms: RoomServiceClient): Promise<MediaState> {
  try {
    // A room that nobody has keeps the answer small; the signature is checked all the same.
    await rooms.listRooms(["-"]);
    return { state: "up" };
  } catch (error) {
    return {
      state: "down",
      reason: error instanceof Error ? error.message : String(error),
      remedy: "Look whether the media server runs and accepts the key of LIVEKIT_API_KEY.",
    };
  }
}

/** What is signed by us but no webhook of LiveKit cannot be told from a forgery, and is treated as one. */
async function verified(
  receiver: WebhookReceiver,
  body: string,
  authorization: string | null,
): Promise<WebhookEvent | null> {
  try {
    return await receiver.receive(body, authorization ?? undefined);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function eventOf(event: WebhookEvent): MediaEvent {
  const { id, participant } = event;
  const at = new Date(Number(event.createdAt) * 1000);
  const room = event.room?.name ?? "";
  if (participant && event.event === "participant_joined") {
    return { id, room, at, kind: "joined", connection: connectionOf(participant) };
  }
  if (participant && event.event === "participant_left") {
    return { id, room, at, kind: "left", connection: connectionOf(participant) };
  }
  if (event.event === "room_finished") return { id, room, at, kind: "finished" };
  return { id, room, at, kind: "other", name: event.event };
}

function connectionOf(participant: ParticipantInfo): MediaConnection {
  const { sid, identity, name, attributes } = participant;
  const joinedMs = Number(participant.joinedAtMs) || Number(participant.joinedAt) * 1000;
  return {
    connectionId: sid,
    identity,
    name,
    attributes,
    joinedAt: joinedMs > 0 ? new Date(joinedMs) : null,
  };
}
