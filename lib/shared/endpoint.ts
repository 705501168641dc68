import { z } from "zod";
import type { RefusalCode } from "./errors.ts";

/** Who may call: anybody, a signed-in person, or a server administrator (everybody else gets `not_found`). */
export type Audience = "anyone" | "signedIn" | "administrator";

/**
 * At most `times` calls within `seconds`, counted apart for each network address, signed-in person, or value of an input's
 * field (whose account is addressed). One more is refused with `limit_reached`.
 */
export type RateLimit = {
  readonly per: "address" | "person" | { readonly field: string };
  readonly times: number;
  readonly seconds: number;
};

/** One line of the HTTP contract. The route, the browser's calls, the tests and the API document are made from it. */
export type Endpoint<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Starts with `/api/`; parameters in braces are fields of the input. */
  readonly path: `/api/${string}`;
  readonly input: Input;
  readonly output: Output;
  readonly audience: Audience;
  /** One sentence for the API document. */
  readonly summary: string;
  readonly errors: readonly RefusalCode[];
  readonly limits?: readonly RateLimit[];
  /** The answer holds a secret that is shown once, so it is not kept for repetitions: those are refused with `conflict`. */
  readonly answersSecret?: true;
  /**
   * The answer is a file instead of JSON; `output` is then its content. With a name it is one to keep, without one it is
   * shown in place, and never changes.
   */
  readonly file?: { readonly mediaType: string; readonly name?: string };
  /** This field of the input, a `Blob`, is the body as it is; all others travel in the path or the query. */
  readonly upload?: { readonly field: string; readonly maxBytes: number };
};

/** Declares an endpoint; a strict object as `input` refuses surplus fields. */
export function defineEndpoint<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
): Endpoint<Input, Output> {
  return endpoint;
}

/** Output of an endpoint that answers 204. */
export const Nothing = z.undefined();

/** Names of the parameters in the path, in order. */
export function pathParameters(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

/** Where the input's fields travel: those named in the path there, the others in the query (GET, DELETE) or in the body. */
export function requestOf(endpoint: Endpoint, input: Readonly<Record<string, unknown>>) {
  const inPath = new Set(pathParameters(endpoint.path));
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input[name])),
  );
  const rest = Object.fromEntries(
    Object.entries(input).filter(([name, value]) => !inPath.has(name) && value !== undefined),
  );
  if (hasBody(endpoint)) return { url: path, body: rest };
  const field = endpoint.upload?.field;
  const inQuery = Object.entries(rest).filter(([name]) => name !== field);
  const query = new URLSearchParams(inQuery.map(([name, value]) => [name, String(value)]));
  const body = field === undefined ? undefined : rest[field];
  return { url: query.size > 0 ? `${path}?${query}` : path, body: body instanceof Blob ? body : undefined };
}

/** Whether the endpoint's input travels in a JSON body. */
export function hasBody(endpoint: Endpoint): boolean {
  if (endpoint.upload) return false;
  return endpoint.method === "POST" || endpoint.method === "PUT" || endpoint.method === "PATCH";
}
