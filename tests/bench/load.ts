import { connect, type Socket } from "node:net";

/** One request, asked again and again over connections that stay open. */
export type Load = {
  readonly port: number;
  /** The whole request as it goes over the wire. */
  readonly request: string;
  readonly connections: number;
  readonly seconds: number;
};

export type LoadResult = {
  readonly perSecond: number;
  readonly latenciesMs: readonly number[];
  readonly statuses: ReadonlySet<string>;
};

/** Each connection asks its next question when the one before is answered; for answers without a body only. */
export async function applyLoad(load: Load): Promise<LoadResult> {
  const latenciesMs: number[] = [];
  const statuses = new Set<string>();
  const began = performance.now();
  const until = began + load.seconds * 1_000;
  await Promise.all(
    Array.from({ length: load.connections }, () => keepAsking(load, { until, latenciesMs, statuses })),
  );
  const seconds = (performance.now() - began) / 1_000;
  return { perSecond: latenciesMs.length / seconds, latenciesMs, statuses };
}

type Notes = { readonly until: number; readonly latenciesMs: number[]; readonly statuses: Set<string> };

function keepAsking({ port, request }: Load, { until, latenciesMs, statuses }: Notes): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, "127.0.0.1");
    let asked = 0;
    let received = "";
    const ask = () => {
      asked = performance.now();
      socket.write(request);
    };
    socket.setNoDelay(true);
    socket.setEncoding("latin1");
    socket.on("error", reject);
    socket.on("connect", ask);
    socket.on("data", (chunk) => {
      received += chunk;
      if (!received.endsWith("\r\n\r\n")) return;
      latenciesMs.push(performance.now() - asked);
      statuses.add(received.slice(9, 12));
      received = "";
      if (performance.now() < until) return ask();
      socket.destroy();
      resolve();
    });
  });
}
