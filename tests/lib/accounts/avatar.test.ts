import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deleteAvatar, uploadAvatar } from "#lib/accounts/avatar/commands";
import { getAvatar } from "#lib/accounts/avatar/queries";
import { NewAvatar } from "#lib/accounts/avatar/schema";
import { getProfile } from "#lib/accounts/profile/queries";
import { findActor } from "#lib/accounts/queries";
import { objectStorage } from "#lib/adapters/object-storage/index";
import { removeObject } from "#lib/files/reactions";
import type { PersonActor } from "#lib/shared/context";
import { StoredFileId } from "#lib/shared/ids";
import {
  connectTestDatabase,
  contextFor,
  createPerson,
  nobody,
  type TestClient,
} from "../../support/people.ts";

let db: TestClient;

beforeAll(async () => {
  db = await connectTestDatabase();
});
afterAll(() => db.$disconnect());

const red = { r: 220, g: 30, b: 30 };
const blue = { r: 30, g: 30, b: 220 };

/** Left half red, right half blue. */
async function twoHalves(width: number, height: number) {
  const half = await sharp({ create: { width: width / 2, height, channels: 3, background: blue } })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: red } }).composite([
    { input: half, left: width / 2, top: 0 },
  ]);
}

const png = async (width = 400, height = 300) => (await twoHalves(width, height)).png().toBuffer();

type Crop = { readonly left?: number; readonly top?: number; readonly size?: number };

const upload = (actor: PersonActor, bytes: Uint8Array<ArrayBuffer> | Buffer, crop: Crop = {}) =>
  contextFor(db, actor).step(
    uploadAvatar,
    NewAvatar.parse({ picture: new Blob([new Uint8Array(bytes)]), ...crop }),
  );

const reasonOf = (reason: string) => ({
  code: "invalid_input",
  details: { fields: [{ field: "picture", reason }] },
});

async function shown(actor: PersonActor): Promise<Buffer> {
  const { avatarId } = await contextFor(db, actor).ask(getProfile, undefined);
  if (!avatarId) throw new Error("no avatar");
  const blob = await contextFor(db, actor).ask(getAvatar, { avatarId });
  return Buffer.from(await blob.arrayBuffer());
}

/** The colour at a place of the picture, from 0 to 1 in both directions. */
async function colourAt(picture: Buffer, x: number, y: number): Promise<"red" | "blue" | "white" | "other"> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * (info.height - 1)) * info.width + Math.floor(x * (info.width - 1))) * 3;
  const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
  if (r > 240 && g > 240 && b > 240) return "white";
  if (r > 150 && b < 100) return "red";
  return b > 150 && r < 100 ? "blue" : "other";
}

/** The keys that the worker was told to remove. */
const removals = () => db.$queryRaw<{ key: string }[]>`
  SELECT data->'payload'->'payload'->>'key' AS "key" FROM pgboss.job
   WHERE data->'payload'->>'name' = 'file.deleted'`;

describe("uploading a picture", () => {
  test.each(["png", "jpeg", "webp"] as const)(
    "SET-09 SET-17 GAP-075 a %s becomes a square WebP of 512 pixels and is the person's picture",
    async (format) => {
      const { actor } = await createPerson(db, { username: `upload-${format}` });
      const { avatarId } = await upload(actor, await (await twoHalves(800, 600)).toFormat(format).toBuffer());
      const { width, height, format: made } = await sharp(await shown(actor)).metadata();
      expect({ width, height, made }).toEqual({ width: 512, height: 512, made: "webp" });
      expect((await findActor({ db, now: new Date() }, actor.sessionId))?.actor).toMatchObject({ avatarId });
    },
  );

  test("GAP-075 the wanted square is cut out, and what lies outside of the picture is left out", async () => {
    const { actor } = await createPerson(db, { username: "cutter" });
    await upload(actor, await png(400, 300), { left: 0, top: 50, size: 200 });
    const left = await shown(actor);
    expect([await colourAt(left, 0, 0.5), await colourAt(left, 1, 0.5)]).toEqual(["red", "red"]);
    await upload(actor, await png(400, 300), { left: 250, top: 0, size: 9_999 });
    const right = await shown(actor);
    expect([await colourAt(right, 0, 0.5), await colourAt(right, 1, 0.5)]).toEqual(["blue", "blue"]);
    await upload(actor, await png(400, 300));
    const middle = await shown(actor);
    expect([await colourAt(middle, 0, 0.5), await colourAt(middle, 1, 0.5)]).toEqual(["red", "blue"]);
  });

  test("GAP-075 a photo taken sideways stands upright, the square counts in upright pixels, and nothing says where it was taken", async () => {
    const { actor } = await createPerson(db, { username: "photographer" });
    // Orientation 6: stored lying, shown turned to the right, so that what is stored left stands at the top.
    const photo = await (await twoHalves(400, 200))
      .jpeg()
      .withExif({
        IFD0: { Copyright: "somebody" },
        IFD3: { GPSLatitude: "52/1 30/1 0/1", GPSLatitudeRef: "N" },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    await upload(actor, photo);
    const upright = await shown(actor);
    expect([await colourAt(upright, 0.5, 0), await colourAt(upright, 0.5, 1)]).toEqual(["red", "blue"]);
    await upload(actor, photo, { left: 0, top: 210, size: 150 });
    const low = await shown(actor);
    expect([await colourAt(low, 0.5, 0), await colourAt(low, 0.5, 1)]).toEqual(["blue", "blue"]);
    const { exif, orientation, xmp, iptc } = await sharp(low).metadata();
    expect([exif, orientation, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("GAP-075 a moving picture stands still, a transparent one gets a white ground", async () => {
    const { actor } = await createPerson(db, { username: "mover" });
    const frame = (background: object) =>
      sharp({ create: { width: 60, height: 60, channels: 3, background: { ...red, ...background } } })
        .png()
        .toBuffer();
    const moving = await sharp([await frame(red), await frame(blue)], { join: { animated: true } })
      .webp({ delay: [100, 100] })
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    await upload(actor, moving);
    expect((await sharp(await shown(actor)).metadata()).pages ?? 1).toBe(1);
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const transparent = sharp({ create: { width: 60, height: 60, channels: 4, background: clear } });
    await upload(actor, await transparent.png().toBuffer());
    expect(await colourAt(await shown(actor), 0.5, 0.5)).toBe("white");
  });

  test("GAP-075 what is no PNG, JPEG or WebP is refused at its field, whatever it calls itself", async () => {
    const { actor } = await createPerson(db, { username: "forger" });
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
    const gif = await sharp({ create: { width: 9, height: 9, channels: 3, background: red } })
      .gif()
      .toBuffer();
    const others = [svg, "<!doctype html><script>alert(1)</script>", "%PDF-1.7", "plain text", "\u0000"];
    for (const bytes of [gif, ...others.map((text) => Buffer.from(text))]) {
      await expect(upload(actor, bytes)).rejects.toMatchObject(reasonOf("notAPicture"));
    }
    const whole = await png();
    const beginning = Buffer.from(whole.subarray(0, 60));
    await expect(upload(actor, beginning)).rejects.toMatchObject(reasonOf("pictureBroken"));
    expect(await db.storedFile.count({ where: { ownerId: actor.personId } })).toBe(0);
  });

  test("GAP-075 a small file that claims a huge picture is refused before it is decoded", async () => {
    const { actor } = await createPerson(db, { username: "bomber" });
    const bomb = await sharp({ create: { width: 7_200, height: 7_200, channels: 3, background: red } })
      .toColourspace("b-w")
      .png({ compressionLevel: 2 })
      .toBuffer();
    expect(bomb.byteLength).toBeLessThan(5 * 1024 * 1024);
    await expect(upload(actor, bomb)).rejects.toMatchObject(reasonOf("pictureTooLarge"));
  });

  test("a new picture takes the place of the one before, whose content goes after the commit", async () => {
    const { actor } = await createPerson(db, { username: "changer" });
    const first = await upload(actor, await png());
    const { key } = await db.storedFile.findUniqueOrThrow({ where: { id: first.avatarId } });
    const second = await upload(actor, await png());
    expect(second.avatarId).not.toBe(first.avatarId);
    await expect(contextFor(db, actor).ask(getAvatar, first)).rejects.toMatchObject({ code: "not_found" });
    expect((await removals()).map((removal) => removal.key)).toContain(key);
    expect(await objectStorage().read(key)).not.toBeNull();
    await contextFor(db, { kind: "system", reason: "test" }).run(removeObject, { key });
    expect(await objectStorage().read(key)).toBeNull();
  });

  test("R5 of uploads at once one stays, whole, and of the others nothing", async () => {
    const { actor } = await createPerson(db, { username: "hurried" });
    const picture = await png();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => upload(actor, picture)));
    const { avatarId } = await contextFor(db, actor).ask(getProfile, undefined);
    expect(outcomes.map((outcome) => outcome.avatarId)).toContain(avatarId);
    expect(await db.storedFile.count({ where: { ownerId: actor.personId } })).toBe(1);
    expect((await sharp(await shown(actor)).metadata()).width).toBe(512);
  });
});

describe("looking at a picture", () => {
  test("INV-35 everybody who is signed in sees it, nobody else does, and what is nobody's picture does not exist", async () => {
    const { actor } = await createPerson(db, { username: "shown" });
    const { actor: other } = await createPerson(db, { username: "looker" });
    const { avatarId } = await upload(actor, await png());
    expect((await contextFor(db, other).ask(getAvatar, { avatarId })).size).toBeGreaterThan(100);
    await expect(contextFor(db, nobody).ask(getAvatar, { avatarId })).rejects.toMatchObject({
      code: "not_signed_in",
    });
    const unknown = { avatarId: StoredFileId.parse(randomUUID()) };
    await expect(contextFor(db, other).ask(getAvatar, unknown)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("deleting the picture", () => {
  test("SET-18 SET-19 leaves nobody a picture, and is noted; doing it again changes nothing", async () => {
    const { actor } = await createPerson(db, { username: "deleter" });
    const { avatarId } = await upload(actor, await png());
    await contextFor(db, actor).run(deleteAvatar, undefined);
    expect((await contextFor(db, actor).ask(getProfile, undefined)).avatarId).toBeNull();
    await expect(contextFor(db, actor).ask(getAvatar, { avatarId })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await db.storedFile.count({ where: { ownerId: actor.personId } })).toBe(0);
    await contextFor(db, actor).run(deleteAvatar, undefined);
    const entries = await db.auditEntry.findMany({
      where: { actorId: actor.personId },
      orderBy: { id: "asc" },
    });
    expect(entries.map(({ action }) => action)).toEqual(["avatar.changed", "avatar.deleted"]);
  });
});
