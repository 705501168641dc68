import "server-only";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import Pusher from "pusher";
import { z } from "zod";
import type { Push, Realtime } from "./port.ts";

/** Where a service of the Pusher protocol is and what we are there. */
export type PusherSettings = {
  readonly appId: string;
  readonly key: string;
  readonly secret: string;
  readonly host?: string;
  readonly port?: number;
  readonly usesTls: boolean;
  readonly cluster?: string;
};

const timeoutMilliseconds = 2_000;
/** Limit of the protocol for one batch. */
const batchSize = 10;
const users = z.object({ users: z.array(z.object({ id: z.string() })) });

/**
 * The realtime port by the `pusher` package, for Pusher Channels, for compatible servers and for our own.
 * `onLost` hears of the first lost push after a good one, not of every one, so that an outage does not flood the log.
 */
export function createPusherRealtime(settings: PusherSettings, onLost: (cause: unknown) => void): Realtime {
  const client = pusherClient(settings);
  let isLosing = false;

  async function pushBatch(events: readonly Push[]): Promise<void> {
    try {
      await client.triggerBatch(events.map(batchEvent));
      isLosing = false;
    } catch (cause) {
      if (!isLosing) onLost(cause);
      isLosing = true;
    }
  }

  return {
    async push(events) {
      for (let start = 0; start < events.length; start += batchSize) {
        await pushBatch(events.slice(start, start + batchSize));
      }
    },
    authorize: ({ socketId, channel, person }) =>
      client.authorizeChannel(
        socketId,
        channel,
        person && { user_id: person.id, user_info: { name: person.name } },
      ),
    signIn: ({ socketId, person }) => client.authenticateUser(socketId, { id: person.id, name: person.name }),
    async presentIn(channel) {
      const answer = await client.get({ path: `/channels/${encodeURIComponent(channel)}/users` });
      return users.parse(await answer.json()).users.map((user) => user.id);
    },
    async terminate(personId) {
      await client.terminateUserConnections(personId);
    },
    state: () =>
      // A prefix that no channel has keeps the answer small.
      client.get({ path: "/channels", params: { filter_by_prefix: "presence-none-" } }).then(
        () => "up",
        () => "down",
      ),
  };
}

function pusherClient({ appId, key, secret, usesTls, ...place }: PusherSettings): Pusher {
  // Without an agent of its own the package closes the connection after each request.
  const agent = usesTls ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const base = { appId, key, secret, useTLS: usesTls, timeout: timeoutMilliseconds, agent };
  if (place.host) return new Pusher({ ...base, host: place.host, port: place.port?.toString() });
  if (place.cluster) return new Pusher({ ...base, cluster: place.cluster });
  throw new Error("PUSHER_HOST or PUSHER_CLUSTER must be set");
}

function batchEvent({ channel, name, payload, exceptSocketId }: Push): Pusher.BatchEvent {
  return { channel, name, data: JSON.stringify(payload), socket_id: exceptSocketId };
}
