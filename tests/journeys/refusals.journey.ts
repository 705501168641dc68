import { createHmac } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "@playwright/test";
import { problemOf } from "./support/api-client.ts";
import type { Person } from "./support/cast.ts";
import { expect, test } from "./support/journey.ts";
import { admission, type Draft, join, schedule } from "./support/requests.ts";
import { localIn } from "./support/wall-clock.ts";

const timeZone = "Europe/Berlin";

function meetingNow(people: readonly Person[], conference: Draft["conference"] = {}): Draft {
  const attendees = people.map(({ id }) => ({ kind: "person" as const, personId: id }));
  const localStart = localIn(timeZone, 5);
  return { title: "Behind closed doors", timeZone, localStart, durationMinutes: 30, attendees, conference };
}

test("MTG-04 CNF-14 who is not invited learns nothing and gets no token", async ({ cast, visit }) => {
  const [ada, dan] = [await cast.person("Ada"), await cast.person("Dan")];
  const adas = await visit(ada);
  const { conference } = await schedule(adas.request, meetingNow([]));
  await admission(adas.request, conference.number);
  const dans = await visit(dan, conference.path);
  await expect(dans.getByRole("heading", { name: "There is no meeting here for you" })).toBeVisible();
  await expect(dans.getByText("Behind closed doors")).toHaveCount(0);
  const refused = await problemOf(await join(dans.request, conference.number));
  const unknown = await problemOf(await join(dans.request, "1000000000"));
  expect(refused.status).toBe(404);
  expect({ ...refused, requestId: "" }).toEqual({ ...unknown, requestId: "" });
});

test("PRO-01 PRO-02 PRO-04 PRO-05 without a PRO licence nobody joins, and the page says why", async ({
  cast,
  visit,
}) => {
  const [ada, eva] = [await cast.person("Ada"), await cast.person("Eva", { licence: "none" })];
  const adas = await visit(ada);
  const draft = meetingNow([eva]);
  for (const role of ["PARTICIPANT", "MODERATOR"] as const) {
    const attendees = [{ kind: "person" as const, personId: eva.id, role }];
    const { conference } = await schedule(adas.request, { ...draft, attendees });
    const evas = await visit(eva, conference.path);
    await expect(evas.getByRole("heading", { name: "You need a PRO licence to join" })).toBeVisible();
    await expect(evas.getByRole("button", { name: "Join", exact: true })).toHaveCount(0);
    const answer = await join(evas.request, conference.number);
    expect(await answer.text()).not.toContain("token");
    expect(await problemOf(answer)).toMatchObject({ status: 403, reason: "licenceMissing" });
  }
});

test("PRO-03 without a PRO licence not even the owner joins", async ({ cast, visit }) => {
  const eva = await cast.person("Eva", { licence: "none" });
  const evas = await visit(eva);
  const { conference } = await schedule(evas.request, meetingNow([]));
  await evas.goto(conference.path);
  await expect(evas.getByRole("heading", { name: "You need a PRO licence to join" })).toBeVisible();
  expect(await problemOf(await join(evas.request, conference.number))).toMatchObject({ status: 403 });
});

test("CNF-15 GAP-093 a wrong PIN is refused at its field, and five in a row are paused", async ({
  cast,
  visit,
}) => {
  const [ada, ben] = [await cast.person("Ada"), await cast.person("Ben")];
  const adas = await visit(ada);
  const { conference } = await schedule(adas.request, meetingNow([ben], { pin: "482913" }));
  const bens = await visit(ben, conference.path);
  const field = bens.getByRole("textbox", { name: "PIN" });
  await field.fill("1111");
  await bens.getByRole("button", { name: "Join", exact: true }).click();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(/PIN/);
  await expect(bens.getByRole("toolbar", { name: "Controls" })).toHaveCount(0);
  for (let wrong = 2; wrong <= 5; wrong++) {
    const problem = await problemOf(await join(bens.request, conference.number, { pin: "1111" }));
    expect(problem).toMatchObject({ status: 403, reason: "pinWrong" });
  }
  const paused = await problemOf(await join(bens.request, conference.number, { pin: "482913" }));
  expect(paused).toMatchObject({ status: 429, reason: "pinPaused" });
  expect((await join(adas.request, conference.number)).status()).toBe(200);
});

test("INV-20 a token opens a connection for nobody but the person it was made for, and for no meeting but its own", async ({
  cast,
  visit,
  openBrowser,
  problems,
  baseURL,
}) => {
  test.setTimeout(120_000);
  // What the player without our page logs about being refused.
  problems.expect(/./);
  const [ada, ben, cleo] = [await cast.person("Ada"), await cast.person("Ben"), await cast.person("Cleo")];
  const adas = await visit(ada);
  const { conference } = await schedule(adas.request, meetingNow([ben]));
  await adas.goto(conference.path);
  await adas.getByRole("button", { name: "Join", exact: true }).click();
  await expect(adas.getByRole("toolbar", { name: "Controls" })).toBeVisible();
  const [bens, cleos] = [await visit(ben), await visit(cleo)];
  const good = await admission(bens.request, conference.number);
  const other = await schedule(cleos.request, meetingNow([]));
  const elsewhere = await admission(cleos.request, other.conference.number);
  const player = await bareClient(await openBrowser({ bypassCSP: true }), baseURL ?? "");
  const playerOf = async (page: Page) => {
    await player.context().clearCookies();
    await player.context().addCookies(await page.context().cookies());
  };

  // Nobody, and somebody else who is signed in and may even join: a good token is no use to them.
  expect(await connect(player, good.token)).toEqual({ kind: "refused" });
  await playerOf(cleos);
  expect(await connect(player, good.token)).toEqual({ kind: "refused" });
  await playerOf(bens);
  const forgeries = {
    "signed with another key": signed(payloadOf(good.token), "another-secret-0123456789-another-secret"),
    "not signed": signed(payloadOf(good.token), null),
    "another meeting's, with the room changed": changed(elsewhere.token, {
      video: { ...payloadOf(elsewhere.token).video, room: payloadOf(good.token).video.room },
    }),
    "one's own, with a later end": changed(good.token, { exp: payloadOf(good.token).exp + 86_400 }),
    nonsense: "nonsense",
  };
  for (const [what, token] of Object.entries(forgeries)) {
    expect([what, await connect(player, token)]).toEqual([what, { kind: "refused" }]);
  }
  await playerOf(cleos);
  expect(await connect(player, elsewhere.token)).toEqual({ kind: "connected", others: 0, media: 0 });
  await playerOf(bens);
  // The same way with the right token works, so that the refusals above mean something.
  const right = await connect(player, good.token);
  expect(right).toMatchObject({ kind: "connected", others: 1 });
  expect(right.kind === "connected" && right.media).toBeGreaterThan(0);
});

type TokenPayload = {
  readonly exp: number;
  readonly video: Readonly<Record<string, unknown>>;
};

function payloadOf(token: string): TokenPayload {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
}

function changed(token: string, change: Partial<TokenPayload>): string {
  const [header, , signature] = token.split(".");
  return [header, encoded({ ...payloadOf(token), ...change }), signature].join(".");
}

function signed(payload: object, secret: string | null): string {
  const text = `${encoded({ alg: secret === null ? "none" : "HS256", typ: "JWT" })}.${encoded(payload)}`;
  return `${text}.${secret === null ? "" : createHmac("sha256", secret).update(text).digest("base64url")}`;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** A page that has the media server's ordinary client and nothing of ours: what a curious person would write. */
async function bareClient(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  const path = fileURLToPath(
    new URL("../../node_modules/livekit-client/dist/livekit-client.umd.js", import.meta.url),
  );
  await page.addScriptTag({ path });
  return page;
}

type Connection =
  | { readonly kind: "refused" }
  | { readonly kind: "connected"; readonly others: number; readonly media: number };

/** What the client reaches with a token: how many people, and how many of their pictures and sounds within three seconds. */
function connect(page: Page, token: string): Promise<Connection> {
  return page.evaluate(async (accessToken): Promise<Connection> => {
    const { Room, RoomEvent } = Reflect.get(window, "LivekitClient");
    const room = new Room();
    let media = 0;
    const received = new Promise((resolve) => {
      room.on(RoomEvent.TrackSubscribed, () => {
        media += 1;
        resolve(undefined);
      });
      setTimeout(resolve, 3_000);
    });
    try {
      await room.connect(location.origin.replace(/^http/, "ws"), accessToken, { maxRetries: 0 });
    } catch {
      return { kind: "refused" };
    }
    await received;
    const others = room.remoteParticipants.size;
    await room.disconnect();
    return { kind: "connected", others, media };
  }, token);
}
