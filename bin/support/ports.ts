import { randomInt } from "node:crypto";
import { createSocket } from "node:dgram";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { z } from "zod";
import { writeWhole } from "./files.ts";

const portNames = ["portal", "web", "database", "mediaSignalling", "mediaUdp", "mediaTcp"] as const;

/** What a port is for. */
export type PortName = (typeof portNames)[number];

/** How a port is going to be listened on. */
export type PortUse = { readonly host: string; readonly protocol: "tcp" | "udp" };

/** The ports of one data folder. */
export type Ports = {
  /** The port kept from the start before, whoever uses it now. */
  readonly kept: (name: PortName) => number | undefined;
  /** The kept port if it is free, else another free one, from `first` upwards where that is given; kept from now on. */
  readonly take: (name: PortName, use: PortUse, first?: number) => Promise<number>;
  /** Keeps a port that is known to be ours. */
  readonly keep: (name: PortName, port: number) => void;
};

const stored = z.partialRecord(z.enum(portNames), z.int().min(1).max(65_535)).catch({});

/** Reads the ports that this data folder used before; a damaged file only means other ports. */
export function openPorts(dataFolder: string): Ports {
  const file = join(dataFolder, "ports.json");
  const ports = existsSync(file) ? stored.parse(jsonOf(readFileSync(file, "utf8"))) : {};
  const keep = (name: PortName, port: number) => {
    if (ports[name] === port) return;
    ports[name] = port;
    writeWhole(file, `${JSON.stringify(ports, null, 2)}\n`);
  };
  return {
    kept: (name) => ports[name],
    keep,
    async take(name, use, first) {
      const others = new Set(portNames.filter((other) => other !== name).map((other) => ports[other]));
      for (const port of candidates(ports[name], first)) {
        if (others.has(port) || !(await isFree(port, use))) continue;
        keep(name, port);
        return port;
      }
      throw new Error(`No free port was found for ${name}.`);
    },
  };
}

/** Whether nobody listens there. */
export function isFree(port: number, { host, protocol }: PortUse): Promise<boolean> {
  return new Promise((resolve) => {
    if (protocol === "udp") {
      const socket = createSocket(host.includes(":") ? "udp6" : "udp4");
      socket.once("error", () => resolve(false));
      socket.bind({ port, address: host, exclusive: true }, () => socket.close(() => resolve(true)));
    } else {
      const server = createServer();
      server.once("error", () => resolve(false));
      server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
    }
  });
}

// Below the range from which Linux takes the ports of outgoing connections, which come and go.
const lowest = 20_000;
const highest = 32_000;
const attempts = 200;

function* candidates(kept: number | undefined, first: number | undefined): Generator<number> {
  if (kept !== undefined) yield kept;
  for (let step = 0; step < attempts; step++)
    yield first === undefined ? randomInt(lowest, highest) : first + step;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Ports are chosen anew; nothing depends on the old ones.
    return {};
  }
}
