import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pinLimit } from "#lib/conferences/entrance";
import type { ConferenceNumber } from "#lib/conferences/schema";
import { joinConference } from "#lib/live/commands";
import { type Cast, createCast, invite, opened, refusalOf } from "../../support/conferences.ts";
import { startTestMediaServer, useMediaServer } from "../../support/media-server.ts";
import { connectTestDatabase, contextFor, type TestClient } from "../../support/people.ts";

let db: TestClient;
let cast: Cast;
let media: Awaited<ReturnType<typeof startTestMediaServer>>;

beforeAll(async () => {
  media = await startTestMediaServer();
  useMediaServer(media.settings);
  db = await connectTestDatabase();
  cast = await createCast(db);
});
afterAll(async () => {
  await db?.$disconnect();
  await media?.stop();
});

const now = new Date("2026-11-22T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

type Arrival = { readonly number: ConferenceNumber; readonly pin?: string };

const join = (name: keyof Cast, arrival: Arrival, at = now) =>
  contextFor(db, cast[name].actor, at).step(joinConference, arrival);
const reasonOf = async (work: Promise<unknown>) => (await refusalOf(work)).details.reason;

describe("the PIN", () => {
  const pinned = () =>
    opened(db, cast.ada.actor, {
      pin: "482913",
      participants: [invite(cast.ben, "MODERATOR"), invite(cast.cleo), invite(cast.dan)],
    });

  test("CNF-15 GAP-093 it is asked of everybody but the owner", async () => {
    const { number } = await pinned();
    expect(await reasonOf(join("ben", { number }))).toBe("pinNeeded");
    expect(await reasonOf(join("ben", { number, pin: "482914" }))).toBe("pinWrong");
    expect(await reasonOf(join("ben", { number, pin: "4829130" }))).toBe("pinWrong");
    expect(await join("ben", { number, pin: "482913" })).toMatchObject({ role: "MODERATOR" });
    expect(await join("ada", { number })).toMatchObject({ role: "OWNER" });
  });

  test("GAP-093 five wrong tries in a row pause that person for a minute, and nobody else", async () => {
    const { id, number } = await pinned();
    for (let count = 0; count < pinLimit.wrongTries; count += 1) {
      expect(await reasonOf(join("ben", { number, pin: "0000" }))).toBe("pinWrong");
    }
    const paused = await refusalOf(join("ben", { number, pin: "482913" }));
    expect([paused.code, paused.details]).toEqual([
      "limit_reached",
      { reason: "pinPaused", values: { until: later(60).toISOString() } },
    ]);
    expect(await join("cleo", { number, pin: "482913" })).toMatchObject({ role: "PARTICIPANT" });
    expect(await reasonOf(join("ben", { number, pin: "482913" }, later(59)))).toBe("pinPaused");
    expect(await reasonOf(join("ben", { number, pin: "0000" }, later(60)))).toBe("pinWrong");
    expect(await join("ben", { number, pin: "482913" }, later(60))).toMatchObject({ role: "MODERATOR" });
    expect(await db.joinGuard.findMany({ where: { conferenceId: id } })).toEqual([]);
  });

  test("GAP-093 the right PIN starts the count anew", async () => {
    const { number } = await pinned();
    for (let round = 0; round < 3; round += 1) {
      for (let count = 1; count < pinLimit.wrongTries; count += 1) {
        expect(await reasonOf(join("ben", { number, pin: "0000" }))).toBe("pinWrong");
      }
      await join("ben", { number, pin: "482913" });
    }
  });

  test("GAP-093 60 tries at the same time are no more than five, and the right PIN among the rest does not help", async () => {
    const { number } = await pinned();
    const tries = Array.from({ length: 60 }, (_, index) =>
      join("ben", { number, pin: String(1000 + index) }),
    );
    const reasons = await Promise.all(tries.map(reasonOf));
    expect(reasons.filter((reason) => reason === "pinWrong")).toHaveLength(pinLimit.wrongTries);
    expect(reasons.filter((reason) => reason === "pinPaused")).toHaveLength(60 - pinLimit.wrongTries);
    expect(await reasonOf(join("ben", { number, pin: "482913" }))).toBe("pinPaused");
  });

  test("who is refused for another reason uses up no try", async () => {
    const { id, number } = await pinned();
    for (let count = 0; count < 7; count += 1) {
      expect(await reasonOf(join("dan", { number, pin: "0000" }))).toBe("licenceMissing");
    }
    expect(await db.joinGuard.findMany({ where: { conferenceId: id } })).toEqual([]);
  });
});
