import "server-only";
import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { type Endpoint, hasBody, pathParameters } from "#lib/shared/endpoint";
import { refusalCodes } from "#lib/shared/errors";
import { endpoints } from "./endpoints.ts";

/** Every refusal is a problem document of RFC 9457. */
const ProblemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.enum([...refusalCodes, "internal"]),
    reason: z.string().optional(),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    fields: z.array(z.object({ field: z.string(), reason: z.string(), message: z.string() })).optional(),
    requestId: z.string(),
  })
  .meta({ id: "Problem" });

const statusOfRefusal = { content: { "application/problem+json": { schema: ProblemDocument } } };

/** The API document, OpenAPI 3.1, made from the endpoints themselves. */
export function apiDocument(origin: string) {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Atrium",
      version: "1",
      description: "The one HTTP API of the portal; its own pages use it too.",
    },
    servers: [{ url: origin }],
    security: [{ signInSession: [] }],
    components: {
      securitySchemes: {
        signInSession: { type: "apiKey", in: "cookie", name: "authjs.session-token" },
      },
    },
    paths: pathsOf(endpoints),
  });
}

function pathsOf(all: readonly (readonly [string, Endpoint])[]): ZodOpenApiPathsObject {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [name, endpoint] of all) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operationOf(name, endpoint),
    };
  }
  return paths;
}

function operationOf(name: string, endpoint: Endpoint): ZodOpenApiOperationObject {
  const { path, rest } = splitInput(endpoint);
  return {
    operationId: name,
    summary: endpoint.summary,
    tags: [endpoint.path.split("/")[3] ?? "portal"],
    ...(endpoint.audience === "anyone" && { security: [] }),
    requestParams: { ...(path && { path }), ...(rest && !hasBody(endpoint) && { query: rest }) },
    ...(rest && hasBody(endpoint) && { requestBody: { content: { "application/json": { schema: rest } } } }),
    ...(endpoint.upload && { requestBody: { content: { "*/*": { schema: binary } } } }),
    responses: {
      ...successOf(endpoint),
      ...limitedOf(endpoint),
      default: { description: errorsOf(endpoint), ...statusOfRefusal },
    },
  };
}

/** Bytes as they are. OpenAPI 3.1: a content without a schema of its own. */
const binary = { type: "string", format: "binary" } as const;

/** The part of the input that travels in the path, and the rest. */
function splitInput(endpoint: Endpoint): { path?: z.ZodObject; rest?: z.ZodObject } {
  const { input } = endpoint;
  if (!(input instanceof z.ZodObject)) return {};
  const names = new Set(pathParameters(endpoint.path));
  const fields = Object.entries(input.shape);
  const inPath = fields.filter(([field]) => names.has(field));
  const others = fields.filter(([field]) => !names.has(field) && field !== endpoint.upload?.field);
  return {
    path: inPath.length > 0 ? z.object(Object.fromEntries(inPath)) : undefined,
    rest: others.length > 0 ? z.strictObject(Object.fromEntries(others)) : undefined,
  };
}

function successOf(endpoint: Endpoint): ZodOpenApiOperationObject["responses"] {
  if (endpoint.file) {
    const schema = endpoint.file.name ? { type: "string" as const } : binary;
    return { 200: { description: "The file.", content: { [endpoint.file.mediaType]: { schema } } } };
  }
  if (endpoint.output instanceof z.ZodUndefined) return { 204: { description: "Done." } };
  return { 200: { description: "Done.", content: { "application/json": { schema: endpoint.output } } } };
}

/** Says how often the endpoint may be called, where that is limited. */
function limitedOf({ limits = [] }: Endpoint): ZodOpenApiOperationObject["responses"] {
  if (limits.length === 0) return {};
  const sentences = limits.map(({ per, times, seconds }) => {
    const whom = typeof per === "string" ? per : `value of ${per.field}`;
    return `at most ${times} times within ${seconds} seconds per ${whom}`;
  });
  const headers = {
    "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" as const, minimum: 1 } },
  };
  return { 429: { description: `Called too often: ${sentences.join(", ")}.`, headers, ...statusOfRefusal } };
}

function errorsOf(endpoint: Endpoint): string {
  return `A problem document with one of the codes: ${endpoint.errors.join(", ") || "invalid_input"}.`;
}
