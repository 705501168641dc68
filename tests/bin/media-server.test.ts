import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  type EmbeddedMediaServer,
  mediaServerConfiguration,
  runningMediaServer,
  startEmbeddedMediaServer,
} from "#lib/adapters/media-server/embedded";
import { findMediaServer, mediaServerVersion } from "#lib/adapters/media-server/provision";
import { openPorts } from "../../bin/support/ports.ts";
import { readSettings } from "../../bin/support/settings.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "media-server-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("looking for livekit-server", () => {
  function program(place: string, text: string, mode = 0o755): string {
    mkdirSync(join(folder, place), { recursive: true });
    const path = join(folder, place, "livekit-server");
    writeFileSync(path, text);
    chmodSync(path, mode);
    return path;
  }

  const saying = (version: string) => `#!/bin/sh\necho "livekit-server version ${version}"\n`;
  const find = () =>
    findMediaServer({
      searchPath: `${join(folder, "nowhere")}:${join(folder, "path")}`,
      folder: join(folder, "data"),
      cacheFolder: join(folder, "cache"),
    });

  it("finds none where none is", () => {
    expect(find()).toBeNull();
  });

  it("prefers the path, then the data folder, then what was installed earlier", () => {
    const installed = program(`cache/livekit-server-${mediaServerVersion}`, saying("1.13.5"));
    expect(find()).toEqual({ path: installed, version: "1.13.5" });
    const inData = program("data", saying("1.12.0"));
    expect(find()).toEqual({ path: inData, version: "1.12.0" });
    const onPath = program("path", saying("1.14.0"));
    expect(find()).toEqual({ path: onPath, version: "1.14.0" });
  });

  it("passes over one that does not run", () => {
    program("path", "not a program");
    program("data", saying("1.12.0"), 0o644);
    const installed = program(`cache/livekit-server-${mediaServerVersion}`, saying("1.13.5"));
    expect(find()?.path).toBe(installed);
  });
});

describe("the configuration", () => {
  const options = {
    apiKey: "key",
    apiSecret: "secret",
    ports: { signalling: 1, udp: 2, tcp: 3 },
    webhookUrl: "http://127.0.0.1:3000/api/webhooks/livekit",
  };

  it("keeps the signalling on the loopback and asks nobody outside for addresses", () => {
    const configuration = parse(mediaServerConfiguration({ ...options, isLoopbackOnly: false }));
    expect(configuration).toMatchObject({
      bind_addresses: ["127.0.0.1"],
      keys: { key: "secret" },
      webhook: { api_key: "key", urls: [options.webhookUrl] },
      rtc: { use_external_ip: false, stun_servers: ["127.0.0.1:2"] },
    });
    expect(configuration.rtc).not.toHaveProperty("node_ip");
  });

  it("keeps media on the loopback too where only this machine reaches the portal", () => {
    const configuration = parse(mediaServerConfiguration({ ...options, isLoopbackOnly: true }));
    expect(configuration.rtc).toMatchObject({ node_ip: "127.0.0.1", ips: { includes: ["127.0.0.0/8"] } });
  });
});

describe("a livekit-server of our own", () => {
  let started: EmbeddedMediaServer[];

  beforeEach(() => {
    started = [];
  });

  afterEach(async () => {
    for (const server of started) await server.stop();
  });

  async function options() {
    const { searchPath, cacheFolder } = readSettings([], process.env);
    const found = findMediaServer({ searchPath, folder, cacheFolder });
    if (!found) throw new Error("These tests need a livekit-server; npm test installs one.");
    const ports = openPorts(folder);
    const kept = async (name: "mediaSignalling" | "mediaUdp" | "mediaTcp", protocol: "tcp" | "udp") =>
      ports.kept(name) ?? (await ports.take(name, { host: "127.0.0.1", protocol }));
    return {
      program: found.path,
      folder,
      logFile: join(folder, "media-server.log"),
      apiKey: "key",
      apiSecret: "a secret of at least thirty-two characters",
      ports: {
        signalling: await kept("mediaSignalling", "tcp"),
        udp: await kept("mediaUdp", "udp"),
        tcp: await kept("mediaTcp", "tcp"),
      },
      isLoopbackOnly: true,
      webhookUrl: "http://127.0.0.1:1/api/webhooks/livekit",
    };
  }

  async function start(changes: { readonly webhookUrl?: string; readonly program?: string } = {}) {
    const server = await startEmbeddedMediaServer({ ...(await options()), ...changes });
    started.push(server);
    return server;
  }

  it("answers when it is started, hides its keys from others and is gone after a stop", async () => {
    const server = await start();
    const { ports } = await options();
    expect((await fetch(`http://127.0.0.1:${ports.signalling}/`)).status).toBe(200);
    expect(statSync(join(folder, "livekit.yaml")).mode & 0o777).toBe(0o600);
    await server.stop();
    await server.ended;
    expect(runningMediaServer(folder)).toBeNull();
  });

  it("that a killed start left behind is adopted, so that conferences go on", async () => {
    await start();
    const before = runningMediaServer(folder);
    const second = await start();
    expect(second.isAdopted).toBe(true);
    expect(runningMediaServer(folder)).toEqual(before);
  });

  it("that was started with other settings is replaced", async () => {
    const first = await start();
    const second = await start({ webhookUrl: "http://127.0.0.1:2/api/webhooks/livekit" });
    await first.ended;
    expect(second.isAdopted).toBe(false);
    expect(readFileSync(join(folder, "livekit.yaml"), "utf8")).toContain("127.0.0.1:2/api");
  });

  it("that does not come up is answered with its last words", async () => {
    const program = join(folder, "livekit-server");
    writeFileSync(program, "#!/bin/sh\necho first\necho cannot work here >&2\nexit 1\n", { mode: 0o755 });
    await expect(start({ program })).rejects.toThrow(/cannot work here/);
    expect(runningMediaServer(folder)).toBeNull();
  });
});
