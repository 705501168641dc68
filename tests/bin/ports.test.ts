import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openPorts } from "../../bin/support/ports.ts";

const use = { host: "127.0.0.1", protocol: "tcp" } as const;
let folder: string;
let listening: Server[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ports-"));
  listening = [];
});

afterEach(() => {
  for (const server of listening) server.close();
  rmSync(folder, { recursive: true });
});

async function occupy(port: number): Promise<void> {
  const server = createServer();
  listening.push(server);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
}

it("keeps a port from one start to the next", async () => {
  const port = await openPorts(folder).take("database", use);
  expect(openPorts(folder).kept("database")).toBe(port);
  expect(await openPorts(folder).take("database", use)).toBe(port);
});

it("chooses another port, and keeps that, when somebody else listens on the kept one", async () => {
  const port = await openPorts(folder).take("database", use);
  await occupy(port);
  const other = await openPorts(folder).take("database", use);
  expect(other).not.toBe(port);
  expect(await openPorts(folder).take("database", use)).toBe(other);
});

it("takes the next port upwards when the usual one is taken, so that two copies run side by side", async () => {
  const usual = await openPorts(folder).take("web", use);
  await occupy(usual);
  const port = await openPorts(folder).take("portal", use, usual);
  expect(port).toBeGreaterThan(usual);
  expect(port).toBeLessThan(usual + 50);
});

it("never gives one port to two parts", async () => {
  const ports = openPorts(folder);
  const first = await ports.take("mediaTcp", use, 21_500);
  const second = await ports.take("mediaSignalling", use, 21_500);
  expect(second).not.toBe(first);
});

it("begins anew when the file is damaged", async () => {
  writeFileSync(join(folder, "ports.json"), '{"database": 17');
  expect(openPorts(folder).kept("database")).toBeUndefined();
  expect(await openPorts(folder).take("database", use)).toBeGreaterThan(1024);
});
