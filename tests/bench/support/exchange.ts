import { Agent, type OutgoingHttpHeaders, request } from "node:http";
import { z } from "zod";
import type { Person } from "./house.ts";

/** A program that keeps its connections open, as browsers do. */
export type Caller = {
  readonly ask: (path: string, wish?: Wish) => Promise<Answer>;
  readonly close: () => void;
};

type Wish = {
  readonly method?: "GET" | "POST";
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: unknown;
};

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: number;
};

/** `cookie` makes it somebody's. Nobody but the caller sets a limit on the connections. */
export function openCaller(
  origin: string,
  options: { readonly cookie?: string; readonly connections?: number } = {},
): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections ?? 1 });
  const ask = (path: string, { method = "GET", headers = {}, body }: Wish = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const sent = request(
        new URL(path, origin),
        {
          agent,
          method,
          headers: {
            "accept-encoding": "gzip",
            ...(options.cookie ? { cookie: options.cookie } : {}),
            ...(text === undefined
              ? {}
              : { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
            ...headers,
          },
        },
        (response) => {
          let bytes = 0;
          response.on("data", (chunk: Buffer) => {
            bytes += chunk.length;
          });
          response.on("end", () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes }),
          );
          response.on("error", reject);
        },
      );
      sent.on("error", reject);
      sent.end(text);
    });
  return { ask, close: () => agent.destroy() };
}

/** Throws unless the answer has this status. */
export function expectStatus({ status }: Pick<Answer, "status">, wanted: number, what: string): void {
  if (status !== wanted) throw new Error(`${what}: answered ${status} instead of ${wanted}`);
}

const Cookies = z.array(z.string());

/** Signs a person in and answers with the cookie. */
export async function signIn(
  origin: string,
  { username, password }: Pick<Person, "username" | "password">,
): Promise<string> {
  const caller = openCaller(origin);
  const answer = await caller.ask("/api/v1/sign-in-sessions", {
    method: "POST",
    body: { name: username, password },
  });
  caller.close();
  expectStatus(answer, 200, "sign-in");
  return Cookies.parse(answer.headers["set-cookie"])
    .map((cookie) => cookie.split(";", 1).join(""))
    .join("; ");
}
