import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as adHoc from "#lib/conferences/ad-hoc/endpoints";
import * as conferences from "#lib/conferences/endpoints";
import * as rooms from "#lib/conferences/rooms/endpoints";
import { RoomView } from "#lib/conferences/rooms/schema";
import type { Endpoint } from "#lib/shared/endpoint";
import { openBrowser, useTestDatabase } from "../support/next-request.ts";
import { connectTestDatabase, createOrganization, createPerson, type TestClient } from "../support/people.ts";

let db: TestClient;
const password = "correct horse battery";
const browsers = { ada: openBrowser(), gita: openBrowser(), nobody: openBrowser() };

beforeAll(async () => {
  await useTestDatabase();
  db = await connectTestDatabase();
  const organizationId = await createOrganization(db, "Nordlicht");
  await createPerson(db, { username: "ada", password, organizationId, locale: "en" });
  await createPerson(db, { username: "gita", password, locale: "en" });
  const signIn = await import("../../app/api/v1/sign-in-sessions/route.ts");
  for (const name of ["ada", "gita"] as const) {
    const sent = { method: "POST", path: "/api/v1/sign-in-sessions", body: { name, password } };
    expect((await browsers[name].send(signIn.POST, sent)).status).toBe(200);
  }
});
afterAll(async () => {
  const { disconnectDatabase } = await import("#lib/adapters/database/client");
  await disconnectDatabase();
  await db.$disconnect();
});

type Call = {
  readonly who?: keyof typeof browsers;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly key?: string;
};

async function send(endpoint: Endpoint, call: Call = {}): Promise<Response> {
  const { who = "ada", params = {}, body, key } = call;
  const folder = endpoint.path.slice(1).replaceAll("{", "[").replaceAll("}", "]");
  const route = await import(/* @vite-ignore */ join(import.meta.dirname, `../../app/${folder}/route.ts`));
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
  const headers = key === undefined ? undefined : { "idempotency-key": key };
  return browsers[who].send(route[endpoint.method], { method: endpoint.method, path, body, params, headers });
}

const make = async (body: unknown, key?: string) =>
  RoomView.parse(await (await send(rooms.createRoom, { body, key })).json());

describe("the API of rooms", () => {
  test("R6 INV-25 a repeated post makes one room; its number stays through changes and is never found again after deletion", async () => {
    const [one, same] = [
      await make({ title: "Studio" }, "room-key-1"),
      await make({ title: "Studio" }, "room-key-1"),
    ];
    expect(same.number).toBe(one.number);
    const params = { number: one.number };
    const changed = await send(rooms.changeRoom, { params, body: { title: "Atelier", pin: "4821" } });
    expect(await changed.json()).toMatchObject({ number: one.number, title: "Atelier", pin: "4821" });
    expect(await (await send(rooms.listRooms)).json()).toMatchObject([
      { number: one.number, title: "Atelier" },
    ]);
    expect((await send(rooms.deleteRoom, { params })).status).toBe(204);
    expect((await send(rooms.getRoom, { params })).status).toBe(404);
    expect(await (await send(rooms.listRooms)).json()).toEqual([]);
  });

  test.each([
    ["a title of blanks", { title: "   " }, "title", "required"],
    ["a PIN of letters", { title: "Studio", pin: "abcd" }, "pin", "wrongFormat"],
    ["a surplus field", { title: "Studio", localStart: "2150-01-01T10:00" }, "localStart", "unknownField"],
    ["an unknown mode", { title: "Studio", mode: "CIRCUS" }, "mode", "notAllowedValue"],
    [
      "somebody unknown",
      {
        title: "Studio",
        participants: [{ kind: "person", personId: "0192f6c3-0000-7000-8000-000000000000" }],
      },
      "participants.0.personId",
      "unknownPerson",
    ],
  ])("%s is refused at its field, and nothing is written", async (_, body, field, reason) => {
    const before = await db.conference.count();
    const response = await send(rooms.createRoom, { body });
    expect(response.status).toBe(422);
    expect((await response.json()).fields).toContainEqual({ field, reason, message: expect.any(String) });
    expect(await db.conference.count()).toBe(before);
  });

  test("MTG-04 GAP-012 strangers find nothing, individual accounts make nothing, guests are asked to sign in", async () => {
    const { number } = await make({ title: "Vault", access: "PUBLIC" });
    const change = { title: "Mine" };
    const pin = { pin: "1111" };
    const participants = [{ kind: "email", email: "zoe@example.net" }];
    const calls = [
      [rooms.getRoom, {}],
      [rooms.changeRoom, change],
      [rooms.deleteRoom, {}],
      [conferences.changePin, pin],
      [adHoc.callIn, { participants }],
    ] as const;
    for (const [endpoint, body] of calls) {
      const status = async (who: keyof typeof browsers, name: string = number) =>
        (await send(endpoint, { who, body, params: { number: name } })).status;
      expect([endpoint.path, await status("gita"), await status("nobody")]).toEqual([
        endpoint.path,
        404,
        401,
      ]);
      expect([endpoint.path, await status("ada", "'; DROP")]).toEqual([endpoint.path, 404]);
    }
    expect((await send(rooms.createRoom, { who: "gita", body: change })).status).toBe(403);
    expect((await send(adHoc.meetNow, { who: "gita", body: {} })).status).toBe(403);
    expect(await (await send(rooms.listRooms, { who: "gita" })).json()).toEqual([]);
  });

  test("MTG-05 Meet now pressed twice starts one conference, which no list of rooms holds", async () => {
    const start = () => send(adHoc.meetNow, { body: {}, key: "meet-now-key" });
    const [one, same] = [await (await start()).json(), await (await start()).json()];
    expect(same).toEqual(one);
    expect(one).toMatchObject({ title: "Meeting of Ada Lindqvist", path: `/c/${one.number}` });
    const listed = await (await send(rooms.listRooms)).json();
    expect(JSON.stringify(listed)).not.toContain(one.number);
  });
});
