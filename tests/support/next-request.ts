import "./environment.ts";
import { AsyncLocalStorage } from "node:async_hooks";
import { vi } from "vitest";
import { testDatabaseUrl } from "./database.ts";

/** What a browser keeps of a cookie. */
export type KeptCookie = {
  readonly name: string;
  readonly value: string;
  readonly options: Readonly<Record<string, unknown>>;
};

type Handler = (
  request: Request,
  route: { readonly params: Promise<Readonly<Record<string, string>>> },
) => Promise<Response>;

const current = new AsyncLocalStorage<{ readonly headers: Headers; readonly jar: Map<string, KeptCookie> }>();

function now() {
  const state = current.getStore();
  if (!state) throw new Error("outside of a request");
  return state;
}

// The one part of Next that route handlers read besides their arguments: the request in flight.
vi.mock("next/headers", () => ({
  headers: async () => now().headers,
  cookies: async () => ({
    set: (name: string, value: string, options: Readonly<Record<string, unknown>>) =>
      options.maxAge === 0 ? now().jar.delete(name) : now().jar.set(name, { name, value, options }),
  }),
}));

/** Points the process's database client at this file's own database. Call before anything of the app is imported. */
export async function useTestDatabase(): Promise<void> {
  process.env.DATABASE_URL = await testDatabaseUrl();
}

/** A browser of its own: keeps cookies and calls route handlers as Next does. */
export function openBrowser() {
  const jar = new Map<string, KeptCookie>();
  return {
    cookies: () => [...jar.values()],
    take: (cookies: readonly KeptCookie[]) => {
      for (const cookie of cookies) jar.set(cookie.name, cookie);
    },
    send: (handler: Handler, sent: Sent) => {
      const headers = new Headers({
        "content-type": "application/json",
        host: "localhost:3000",
        ...sent.headers,
      });
      headers.set("cookie", [...jar.values()].map(({ name, value }) => `${name}=${value}`).join("; "));
      const hasBody = sent.method !== "GET" && sent.method !== "DELETE";
      const body = hasBody ? JSON.stringify(sent.body ?? {}) : undefined;
      const request = new Request(`http://localhost:3000${sent.path}`, {
        method: sent.method,
        headers,
        body,
      });
      return current.run({ headers, jar }, () =>
        handler(request, { params: Promise.resolve(sent.params ?? {}) }),
      );
    },
  };
}

/** One request as a test writes it. */
export type Sent = {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly params?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
};
