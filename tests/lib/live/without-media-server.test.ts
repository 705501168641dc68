import { afterAll, beforeAll, expect, test } from "vitest";
import { mediaServer } from "#lib/adapters/media-server/index";
import { joinConference } from "#lib/live/commands";
import { getEntrance } from "#lib/live/queries";
import { type Cast, createCast, invite, opened, refusalOf } from "../../support/conferences.ts";
import { connectTestDatabase, contextFor, type TestClient } from "../../support/people.ts";

let db: TestClient;
let cast: Cast;

beforeAll(async () => {
  db = await connectTestDatabase();
  cast = await createCast(db);
});
afterAll(() => db.$disconnect());

test("without a media server joining says that conferences are not available, and opens no session", async () => {
  const { number } = await opened(db, cast.ada.actor, { participants: [invite(cast.ben), invite(cast.dan)] });
  const refusal = await refusalOf(contextFor(db, cast.ben.actor).step(joinConference, { number }));
  expect([refusal.code, refusal.details.reason]).toEqual(["unavailable", "mediaUnavailable"]);
  const licence = await refusalOf(contextFor(db, cast.dan.actor).step(joinConference, { number }));
  expect(licence.details.reason).toBe("licenceMissing");
  expect(await db.conferenceSession.count()).toBe(0);
  expect(await contextFor(db, cast.ben.actor).ask(getEntrance, { number })).toMatchObject({
    title: "Studio",
  });
  expect(await mediaServer().state()).toMatchObject({ state: "absent", remedy: expect.any(String) });
  expect(await mediaServer().receiveWebhook({ body: "{}", authorization: "x" })).toBeNull();
});
