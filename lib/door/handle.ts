import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { database } from "#lib/adapters/database/client";
import {
  type Context,
  inTransaction,
  readingContext,
  type SteppingContext,
  steppingContext,
} from "#lib/adapters/database/context";
import { polledDatabase } from "#lib/adapters/database/polled";
import { log } from "#lib/adapters/log";
import type { RequestContext } from "#lib/shared/context";
import { type Endpoint, hasBody } from "#lib/shared/endpoint";
import { assertNever, DomainError } from "#lib/shared/errors";
import { readJsonObject, readUpload } from "./body.ts";
import { fieldProblemsOf } from "./field-refusals.ts";
import { onceFor, repeatableOf } from "./idempotency.ts";
import { localeOf } from "./locale.ts";
import { bugResponse, refusalResponse } from "./problem.ts";
import { enforceLimits } from "./rate-limits.ts";
import { Refused } from "./refused.ts";
import { requestContext } from "./request-context.ts";

/** Next resolves the params of a path without parameters to nothing. */
type Route = {
  readonly params: Promise<Readonly<Record<string, string | string[] | undefined>> | undefined>;
};

/**
 * Makes the route handler of an endpoint: asks who it is, parses the input once, counts it against the endpoint's limits,
 * runs the command in a transaction (a GET's query without one), and turns refusals into problem documents.
 */
export function handle<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
  run: (context: Context, input: z.output<Input>) => Promise<z.input<Output>>,
) {
  return routeHandler(endpoint, (request, context, input) =>
    answer({ endpoint, run, request, context, input }),
  );
}

/** `handle` for a command that opens its transactions itself. It is not kept for repetitions: such commands take one-time proofs. */
export function handleSteps<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
  run: (context: SteppingContext, input: z.output<Input>) => Promise<z.input<Output>>,
) {
  return routeHandler(endpoint, async (_, context, input) =>
    success(endpoint, await run(steppingContext(context, database()), input)),
  );
}

function routeHandler<Input extends z.ZodType>(
  endpoint: Endpoint<Input>,
  answered: (request: Request, context: RequestContext, input: z.output<Input>) => Promise<Response>,
) {
  return async (request: Request, route: Route): Promise<Response> => {
    const reader = {
      locale: localeOf(request.headers.get("accept-language")),
      requestId: request.headers.get("x-request-id") ?? randomUUID(),
    };
    try {
      refuseForeignOrigin(endpoint, request);
      const context = await requestContext();
      Object.assign(reader, { locale: context.locale });
      admit(endpoint, context);
      const input = await parseInput(endpoint, request, (await route.params) ?? {}, context);
      await enforceLimits({ ...context, database: polledDatabase() }, { endpoint, input });
      return await answered(request, context, input);
    } catch (error) {
      return failure(reader, error);
    }
  };
}

async function answer<Input extends z.ZodType, Output extends z.ZodType>(asked: {
  readonly endpoint: Endpoint<Input, Output>;
  readonly run: (context: Context, input: z.output<Input>) => Promise<z.input<Output>>;
  readonly request: Request;
  readonly context: RequestContext;
  readonly input: z.output<Input>;
}): Promise<Response> {
  const { endpoint, run, request, context, input } = asked;
  if (endpoint.method === "GET") {
    return success(endpoint, await run(readingContext(context, database()), input));
  }
  const key = request.headers.get("idempotency-key");
  const repeatable = repeatableOf(context, { key, endpoint, input });
  if (!repeatable) {
    return success(endpoint, await inTransaction(context, database(), (open) => run(open, input)));
  }
  const outcome = await inTransaction(context, database(), (open) =>
    onceFor(open, repeatable, async () => endpoint.output.parse(await run(open, input))),
  );
  return json(outcome.kind === "ran" ? outcome.result : outcome.response);
}

function success(endpoint: Endpoint, result: unknown): Response {
  const view = endpoint.output.parse(result);
  if (!endpoint.file) return json(view);
  const { mediaType, name } = endpoint.file;
  const content = view instanceof Blob ? view : String(view);
  return new Response(content, {
    headers: { "content-type": mediaType, ...(name ? keptBy(name) : shownInPlace) },
  });
}

function keptBy(name: string) {
  return { "content-disposition": `attachment; filename="${name}"`, "cache-control": "no-store" };
}

/** A browser asks once a day, and again when somebody else is signed in. Opened by itself it runs nothing. */
const shownInPlace = {
  "content-disposition": "inline",
  "content-security-policy": "default-src 'none'; sandbox",
  "cache-control": "private, max-age=86400, immutable",
  vary: "Cookie",
};

function json(view: unknown): Response {
  if (view === undefined || view === null) return new Response(null, { status: 204 });
  return Response.json(view, { headers: { "cache-control": "no-store" } });
}

function admit(endpoint: Endpoint, context: RequestContext): void {
  const { actor } = context;
  const isPerson = actor.kind === "person";
  switch (endpoint.audience) {
    case "anyone":
      return;
    case "signedIn":
      if (!isPerson) throw new DomainError("not_signed_in");
      return;
    case "administrator":
      // For everybody else, signed in or not, the control panel does not exist. DIR-24
      if (!isPerson || !actor.isServerAdmin) throw new DomainError("not_found");
      return;
    default:
      assertNever(endpoint.audience);
  }
}

/** A browser says where a write comes from; anything but our own origin is refused. Other programs send no such header. */
function refuseForeignOrigin(endpoint: Endpoint, request: Request): void {
  if (endpoint.method === "GET") return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  const isForeign = (site !== null && site !== "same-origin") || (origin !== null && hostOf(origin) !== host);
  if (isForeign) throw new DomainError("forbidden", { reason: "foreignOrigin" });
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

async function parseInput<Input extends z.ZodType>(
  endpoint: Endpoint<Input>,
  request: Request,
  params: Readonly<Record<string, string | string[] | undefined>>,
  context: RequestContext,
): Promise<z.output<Input>> {
  const sent = hasBody(endpoint)
    ? await readJsonObject(request)
    : {
        ...Object.fromEntries(new URL(request.url).searchParams),
        ...(endpoint.upload && (await readUpload(request, { ...endpoint.upload, locale: context.locale }))),
      };
  const parsed = endpoint.input.safeParse({ ...sent, ...params }, { reportInput: true });
  if (parsed.success) return parsed.data;
  const fields = fieldProblemsOf(parsed.error, context.locale);
  const names = new Set(Object.keys(params));
  if (fields.some((problem) => names.has(problem.field))) throw new DomainError("not_found");
  throw new Refused(undefined, new DomainError("invalid_input"), fields);
}

function failure(
  reader: { readonly locale: RequestContext["locale"]; readonly requestId: string },
  error: unknown,
): Response {
  if (error instanceof DomainError) return refusalResponse(reader, error);
  if (error instanceof Refused) {
    return refusalResponse(reader, error.refusal, { status: error.status, fields: error.fields });
  }
  log().error({ requestId: reader.requestId, err: error }, "request failed");
  return bugResponse(reader);
}
