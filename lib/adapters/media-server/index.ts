import "server-only";
import { configuration } from "../configuration.ts";
import { createLivekitMediaServer, withScheme } from "./livekit.ts";
import type { MediaServer, MediaState } from "./port.ts";
import { readStatus } from "./status.ts";

/** How long an answer to "is it there?" is believed, so that joining does not ask each time. */
const stateLifetimeMs = 3_000;

let current: MediaServer | undefined;

/** The media server of this process: the one that was started with the portal, or the one that `LIVEKIT_*` names. */
export function mediaServer(): MediaServer {
  current ??= choose();
  return current;
}

function choose(): MediaServer {
  const { media, dataFolder } = configuration();
  const { url, apiKey, apiSecret, isEmbedded } = media;
  if (!url || !apiKey || !apiSecret)
    return absentMediaServer(isEmbedded ? () => readStatus(dataFolder) : notSet);
  const connectUrl = isEmbedded ? "" : withScheme(url, "ws");
  const server = createLivekitMediaServer({ url, apiKey, apiSecret, connectUrl });
  const state = isEmbedded ? () => embeddedState(dataFolder, server) : server.state;
  return { ...server, state: remembered(state) };
}

async function notSet(): Promise<MediaState> {
  return {
    state: "absent",
    reason: "No media server is configured.",
    remedy: "Set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET.",
  };
}

/** What was written down tells why there is none; whether there is one is asked of the server itself. */
async function embeddedState(dataFolder: string, server: MediaServer): Promise<MediaState> {
  const probed = await server.state();
  if (probed.state === "up") return probed;
  const written = await readStatus(dataFolder);
  return written.state === "up" ? probed : written;
}

function remembered(ask: () => Promise<MediaState>): () => Promise<MediaState> {
  let asked: { readonly atMs: number; readonly answer: Promise<MediaState> } | undefined;
  return () => {
    const nowMs = performance.now();
    if (!asked || nowMs - asked.atMs > stateLifetimeMs) asked = { atMs: nowMs, answer: ask() };
    return asked.answer;
  };
}

function absentMediaServer(state: () => Promise<MediaState>): MediaServer {
  const refuse = async () => {
    throw new Error("there is no media server");
  };
  return {
    connectUrl: "",
    createToken: refuse,
    readToken: async () => null,
    endRoom: refuse,
    removeParticipant: refuse,
    listParticipants: refuse,
    receiveWebhook: async () => null,
    state,
  };
}
