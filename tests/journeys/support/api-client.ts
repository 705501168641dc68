import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";
import { z } from "zod";
import { requestOf } from "#lib/shared/endpoint";
import type { Sample, Sampled } from "./samples.ts";

/** Calls an endpoint with this input, good or not. */
export function call(request: APIRequestContext, { endpoint }: Sampled, input: Sample): Promise<APIResponse> {
  const { url, body } = requestOf(endpoint, input);
  return request.fetch(url, { method: endpoint.method, ...(body === undefined ? {} : { data: body }) });
}

const Problem = z.object({
  type: z.string().startsWith("urn:atrium:problem:"),
  title: z.string().min(1),
  status: z.int(),
  code: z.string(),
  reason: z.string().optional(),
  fields: z.array(z.object({ field: z.string(), reason: z.string(), message: z.string().min(1) })).optional(),
  requestId: z.string().min(1),
});

export type Problem = z.infer<typeof Problem>;

/** Reads a refusal and looks that it is one: a 4xx problem document (RFC 9457) in which nothing of the inside shows. */
export async function problemOf(answer: APIResponse, what = answer.url()): Promise<Problem> {
  const text = await answer.text();
  expect(answer.status(), `${what}: ${text}`).toBeGreaterThanOrEqual(400);
  expect(answer.status(), `${what}: ${text}`).toBeLessThan(500);
  expect(answer.headers()["content-type"], what).toContain("application/problem+json");
  expect(text, what).not.toMatch(/node_modules|\bat \S+ \(|\.ts:\d+|prisma|postgres|SELECT /i);
  const problem = Problem.parse(JSON.parse(text));
  expect(problem.status, what).toBe(answer.status());
  return problem;
}

/** The names of the fields that a refusal complains about. */
export function fieldsOf({ fields = [] }: Problem): readonly string[] {
  return fields.map(({ field }) => field);
}
