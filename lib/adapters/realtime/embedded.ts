import "server-only";
import { randomInt } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { channelRegister, type Listener } from "./channel-register.ts";
import { conversation } from "./conversation.ts";
import { eventApi } from "./event-api.ts";
import { closeCodes, frame, limits } from "./protocol.ts";

/** The embedded realtime server, to be mounted in a plain Node server. */
export type RealtimeServer = {
  /** Takes over a WebSocket request to `/app/<key>`; false when it is meant for somebody else. */
  readonly handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  /** Answers the signed HTTP API below `/apps/`; false when the request is meant for somebody else. */
  readonly handleRequest: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Says goodbye to all pages and stops. */
  readonly close: () => void;
};

/** The one app that the server serves, and its patience. */
export type RealtimeServerOptions = {
  readonly appId: string;
  readonly key: string;
  readonly secret: string;
  /** A page that is silent for so long is asked, and cut if it stays silent for half as long again. */
  readonly activityTimeoutSeconds?: number;
  readonly maximumConnections?: number;
};

type Connection = Listener & { readonly socket: WebSocket; lastHeardAt: number };

/**
 * Our own server of the Pusher protocol, version 7: public, private and presence channels and user sign-in.
 * No client events, no encrypted channels, no webhooks. Everything it knows is in this process.
 */
export function createRealtimeServer(options: RealtimeServerOptions): RealtimeServer {
  const { activityTimeoutSeconds = 120, maximumConnections = 20_000 } = options;
  const connections = new Set<Connection>();
  const register = channelRegister();
  const { hear, end } = conversation(options, register);
  const { handleRequest } = eventApi(options, { register, terminate });
  // Compression would cost some 300 KB of memory for each socket.
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.messageBytes,
  });
  const patrol = setInterval(cutSilent, activityTimeoutSeconds * 250);
  patrol.unref();

  function admit(socket: WebSocket): void {
    const connection = newConnection(socket);
    connections.add(connection);
    socket.on("message", (data) => {
      connection.lastHeardAt = performance.now();
      if (!hear(connection, data.toString())) refuse(socket, closeCodes.unauthorized, "Forged sign-in");
    });
    socket.on("close", () => {
      connections.delete(connection);
      end(connection);
    });
    const greeting = { socket_id: connection.id, activity_timeout: activityTimeoutSeconds };
    connection.deliver(frame("pusher:connection_established", greeting));
  }

  function cutSilent(): void {
    const now = performance.now();
    for (const connection of connections) {
      const silentSeconds = (now - connection.lastHeardAt) / 1000;
      if (silentSeconds > activityTimeoutSeconds * 1.5) {
        refuse(connection.socket, closeCodes.silent, "No answer to the ping");
        connection.socket.terminate();
      } else if (silentSeconds > activityTimeoutSeconds) connection.deliver(frame("pusher:ping", {}));
    }
  }

  function terminate(personId: string): void {
    for (const { personId: owner, socket } of connections) {
      if (owner === personId) refuse(socket, closeCodes.unauthorized, "Disconnected by the portal");
    }
  }

  return {
    handleRequest,
    handleUpgrade(request, socket, head) {
      const url = URL.parse(request.url ?? "", "http://realtime");
      if (!url?.pathname.startsWith("/app/")) return false;
      sockets.handleUpgrade(request, socket, head, (opened) => {
        // A broken connection emits both; the close handler cleans up.
        opened.on("error", () => opened.terminate());
        if (url.pathname !== `/app/${options.key}`)
          refuse(opened, closeCodes.unknownApp, "There is no such app");
        else if (url.searchParams.get("protocol") !== "7") {
          refuse(opened, closeCodes.unsupportedVersion, "Only protocol version 7 is spoken");
        } else if (connections.size >= maximumConnections) {
          refuse(opened, closeCodes.overCapacity, "Too many connections");
        } else admit(opened);
      });
      return true;
    },
    close() {
      clearInterval(patrol);
      for (const { socket } of connections) socket.close(1001);
      setTimeout(() => {
        for (const { socket } of connections) socket.terminate();
      }, 1_000).unref();
      sockets.close();
    },
  };
}

function newConnection(socket: WebSocket): Connection {
  return {
    id: `${randomInt(2 ** 47)}.${randomInt(2 ** 47)}`,
    socket,
    channels: new Map(),
    personId: null,
    lastHeardAt: performance.now(),
    deliver(message) {
      // A page that does not read would fill our memory; it catches up when it comes back.
      if (socket.bufferedAmount > limits.waitingBytes) socket.terminate();
      else if (socket.readyState === socket.OPEN) socket.send(message, { binary: false });
    },
  };
}

function refuse(socket: WebSocket, code: number, message: string): void {
  socket.send(frame("pusher:error", { code, message }), { binary: false });
  socket.close(code, message);
}
