import { randomUUID } from "node:crypto";
import { z } from "zod";
import { pathParameters } from "#lib/shared/endpoint";
import { call, problemOf } from "./support/api-client.ts";
import { expect, test } from "./support/journey.ts";
import { type Draft, signIn } from "./support/requests.ts";
import { sampledEndpoints } from "./support/samples.ts";
import { localIn } from "./support/wall-clock.ts";

const draft: Draft = {
  title: "Once",
  localStart: localIn("Europe/Berlin", 24 * 60),
  timeZone: "Europe/Berlin",
};

test("R13 whoever is not signed in gets no further than the audience of each endpoint says", async ({
  context,
}) => {
  for (const sampled of sampledEndpoints()) {
    const { name, endpoint } = sampled;
    const answer = await call(context.request, sampled, sampled.sample);
    if (endpoint.audience === "anyone") {
      expect([name, answer.status() < 500], name).toEqual([name, true]);
    } else {
      const problem = await problemOf(answer, name);
      expect([name, [401, 404].includes(problem.status)]).toEqual([name, true]);
      expect(endpoint.audience === "signedIn" ? problem.status : 401, name).toBe(401);
    }
  }
});

test("DIR-24 SIG-01 for everybody who is not an administrator the control panel's API does not exist", async ({
  cast,
  visit,
}) => {
  const [ada, ben] = [await cast.person("Ada"), await cast.person("Ben")];
  const page = await visit(ada);
  for (const sampled of sampledEndpoints().filter(({ endpoint }) => endpoint.audience === "administrator")) {
    const input = "personId" in sampled.sample ? { ...sampled.sample, personId: ben.id } : sampled.sample;
    const problem = await problemOf(await call(page.request, sampled, input), sampled.name);
    expect([sampled.name, problem.status, problem.code]).toEqual([sampled.name, 404, "not_found"]);
  }
});

test("R6 the same Idempotency-Key ten times at once makes one event and gives one answer", async ({
  cast,
  context,
  db,
}) => {
  const ada = await cast.person("Ada");
  await signIn(context.request, ada);
  const headers = { "idempotency-key": randomUUID() };
  const send = (data: Draft) => context.request.post("/api/v1/events", { data, headers });
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(draft)));
  const bodies = await Promise.all(answers.map((answer) => answer.json()));
  expect(answers.map((answer) => answer.status())).toEqual(Array.from({ length: 10 }, () => 200));
  expect(new Set(bodies.map(({ id }) => id)).size).toBe(1);
  for (const body of bodies) expect(body).toEqual(bodies[0]);
  expect(await db.event.count({ where: { organizerId: ada.id } })).toBe(1);
  expect((await problemOf(await send({ ...draft, title: "Another" }))).status).toBe(409);
  expect(await db.event.count({ where: { organizerId: ada.id } })).toBe(1);
});

test("R15 a write that comes from another site is refused", async ({ cast, context, db }) => {
  const ada = await cast.person("Ada");
  await signIn(context.request, ada);
  const from: readonly Record<string, string>[] = [
    { origin: "https://elsewhere.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];
  for (const headers of from) {
    const answer = await context.request.post("/api/v1/events", { data: draft, headers });
    expect((await problemOf(answer, JSON.stringify(headers))).status).toBe(403);
  }
  expect(await db.event.count({ where: { organizerId: ada.id } })).toBe(0);
});

test("R15 every page has a policy with a fresh nonce and no way around it for scripts", async ({
  cast,
  visit,
  context,
}) => {
  const page = await visit(await cast.person("Ada", { isServerAdmin: true }));
  const asked = [
    ...["/", "/sign-in", "/c/1234567890"].map((path) => ({ path, request: context.request })),
    ...["/home", "/meetings", "/calls", "/settings", "/admin/people", "/nowhere"].map((path) => ({
      path,
      request: page.request,
    })),
  ];
  const nonces = new Set<string>();
  for (const { path, request } of asked) {
    const answer = await request.get(path);
    const headers = answer.headers();
    const policy = headers["content-security-policy"] ?? "";
    const scripts = policy.split("; ").find((directive) => directive.startsWith("script-src ")) ?? "";
    const nonce = /'nonce-([^']+)'/.exec(scripts)?.[1] ?? "";
    expect(nonce.length, path).toBeGreaterThan(20);
    expect(scripts, path).not.toMatch(/unsafe-|\*|https?:|data:/);
    expect(policy, path).toContain("object-src 'none'");
    expect(policy, path).toContain("base-uri 'none'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["cross-origin-opener-policy"], path).toBe("same-origin");
    expect(headers["permissions-policy"], path).toContain("geolocation=()");
    expect(headers["referrer-policy"], path).toBe("same-origin");
    expect(headers["x-powered-by"], path).toBeUndefined();
    for (const [tag] of (await answer.text()).matchAll(/<script\b[^>]*>/g))
      expect(tag, path).toContain(nonce);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(asked.length);
});

const Operation = z.object({
  summary: z.string().min(1),
  parameters: z
    .array(z.object({ name: z.string(), in: z.enum(["path", "query", "header"]), schema: z.unknown() }))
    .optional(),
  responses: z.record(z.string().regex(/^\d{3}$|^\dXX$|^default$/), z.object({ description: z.string() })),
});

const Description = z.object({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.object({ title: z.string().min(1), version: z.string().min(1) }),
  paths: z.record(z.string().startsWith("/api/"), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }).optional(),
});

test("the API describes itself in OpenAPI 3.1, each endpoint with its parameters, and every reference leads somewhere", async ({
  request,
}) => {
  const answer = await request.get("/api/openapi.json");
  expect(answer.status()).toBe(200);
  const document = await answer.json();
  const { paths } = Description.parse(document);
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const contract = sampledEndpoints().map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`);
  expect(described.toSorted()).toEqual(contract.toSorted());
  for (const { endpoint } of sampledEndpoints()) {
    const operation = paths[endpoint.path]?.[endpoint.method.toLowerCase()];
    const inPath = operation?.parameters?.filter((parameter) => parameter.in === "path") ?? [];
    expect(inPath.map(({ name }) => name).toSorted()).toEqual(pathParameters(endpoint.path).toSorted());
  }
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
    ([, path = ""]) => path,
  );
  for (const reference of references) {
    const target = reference
      .split("/")
      .reduce<unknown>(
        (value, key) => (value instanceof Object ? Reflect.get(value, key) : undefined),
        document,
      );
    expect(target, reference).toBeDefined();
  }
});
