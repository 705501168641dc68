import type { z } from "zod";
import { type Endpoint, hasBody, requestOf } from "#lib/shared/endpoint";
import type { RefusalCode } from "#lib/shared/errors";

/** One field of a refused input, worded in the reader's language. */
export type FieldProblem = { readonly field: string; readonly reason: string; readonly message: string };

/** A refused call: the problem document, ready to be shown. */
export class CallProblem extends Error {
  readonly status: number;
  readonly code: RefusalCode | "internal" | "offline";
  readonly reason: string | undefined;
  readonly values: Readonly<Record<string, string | number>>;
  readonly fields: readonly FieldProblem[];

  constructor(problem: {
    status: number;
    code: CallProblem["code"];
    message: string;
    reason?: string;
    values?: Readonly<Record<string, string | number>>;
    fields?: readonly FieldProblem[];
  }) {
    super(problem.message);
    this.name = "CallProblem";
    this.status = problem.status;
    this.code = problem.code;
    this.reason = problem.reason;
    this.values = problem.values ?? {};
    this.fields = problem.fields ?? [];
  }
}

/**
 * Calls an endpoint of our own API from the browser. Throws `CallProblem` when it is refused or cannot be reached
 * (`offline`). `idempotencyKey` makes a repeated write harmless.
 */
export async function call<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
  input: z.input<Input>,
  options: { readonly idempotencyKey?: string; readonly signal?: AbortSignal } = {},
): Promise<z.output<Output>> {
  const response = await send(endpoint, Object.fromEntries(Object.entries(input ?? {})), options);
  if (!response.ok) throw await problemOf(response);
  const body: unknown = response.status === 204 ? undefined : await response.json();
  return endpoint.output.parse(body);
}

async function send(
  endpoint: Endpoint,
  input: Readonly<Record<string, unknown>>,
  options: { readonly idempotencyKey?: string; readonly signal?: AbortSignal },
): Promise<Response> {
  const { url, body } = requestOf(endpoint, input);
  const headers = new Headers({ accept: "application/json" });
  if (hasBody(endpoint)) headers.set("content-type", "application/json");
  if (options.idempotencyKey) headers.set("idempotency-key", options.idempotencyKey);
  try {
    return await fetch(url, {
      method: endpoint.method,
      headers,
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
      signal: options.signal,
      credentials: "same-origin",
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw Object.assign(new CallProblem({ status: 0, code: "offline", message: "offline" }), { cause });
  }
}

async function problemOf(response: Response): Promise<CallProblem> {
  if (!response.headers.get("content-type")?.startsWith("application/problem+json")) {
    return new CallProblem({ status: response.status, code: "internal", message: response.statusText });
  }
  const problem: {
    code: CallProblem["code"];
    title: string;
    detail?: string;
    reason?: string;
    values?: Record<string, string | number>;
    fields?: FieldProblem[];
  } = await response.json();
  return new CallProblem({ ...problem, status: response.status, message: problem.detail ?? problem.title });
}
