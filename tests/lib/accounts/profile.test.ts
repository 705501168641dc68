import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeProfile } from "#lib/accounts/profile/commands";
import { canChangeProfile } from "#lib/accounts/profile/policy";
import { getProfile } from "#lib/accounts/profile/queries";
import { ProfileChange, personalFields } from "#lib/accounts/profile/schema";
import { findActor } from "#lib/accounts/queries";
import { changeAccountSettings } from "#lib/accounts/settings/commands";
import { defaultAccountSettings } from "#lib/accounts/settings/schema";
import { listKnownPeople } from "#lib/contacts/people/queries";
import type { PersonActor } from "#lib/shared/context";
import {
  connectTestDatabase,
  contextFor,
  createOrganization,
  createPerson,
  nobody,
  type TestClient,
} from "../../support/people.ts";

let db: TestClient;
let admin: PersonActor;

beforeAll(async () => {
  db = await connectTestDatabase();
  admin = (await createPerson(db, { username: "admin", isServerAdmin: true })).actor;
});
afterAll(() => db.$disconnect());
beforeEach(() => allow({ mayEditPersonalData: true }));

const allow = (change: Partial<typeof defaultAccountSettings>) =>
  contextFor(db, admin).run(changeAccountSettings, { ...defaultAccountSettings, ...change });
const change = (actor: PersonActor, input: object) =>
  contextFor(db, actor).run(changeProfile, ProfileChange.parse(input));
const profileOf = (actor: PersonActor) => contextFor(db, actor).ask(getProfile, undefined);

const personal = {
  firstName: "Ada Maria",
  lastName: "Lindqvist-Berg",
  displayName: "Ada M. L.",
  phone: "+49 30 123456",
  company: "Atelier Nord",
  position: "Architect",
};

describe("the own profile", () => {
  test("SET-04 GAP-078 is changed field by field; what is absent stays, what is null is empty", async () => {
    const { actor } = await createPerson(db, { username: "ada", timeZone: "Europe/Berlin" });
    expect(await change(actor, personal)).toMatchObject({
      ...personal,
      name: "Ada M. L.",
      timeZone: "Europe/Berlin",
    });
    await change(actor, { phone: null, displayName: null });
    expect(await profileOf(actor)).toMatchObject({
      ...personal,
      phone: null,
      displayName: null,
      name: "Ada Maria Lindqvist-Berg",
    });
  });

  test.each([
    ["firstName", ""],
    ["firstName", "   "],
    ["firstName", null],
    ["lastName", ""],
    ["lastName", "a\u0000b"],
    ["displayName", ""],
    ["phone", "x".repeat(41)],
    ["timeZone", "Europe/Atlantis"],
    ["locale", "fr"],
    ["email", "other@example.org"],
    ["username", "other"],
    ["isServerAdmin", true],
  ])("SET-04 GAP-016 GAP-078 %s does not become %j", (field, value) => {
    expect(ProfileChange.safeParse({ [field]: value }).success).toBe(false);
  });

  test("SET-05 the saved name is what others find, and the one that the person acts under", async () => {
    const organizationId = await createOrganization(db, "House");
    const { actor: ben } = await createPerson(db, { username: "ben", organizationId });
    const { actor: cleo } = await createPerson(db, { username: "cleo", organizationId });
    await change(ben, { displayName: "Benjamin the Second" });
    const found = await contextFor(db, cleo).ask(listKnownPeople, { query: "Second", limit: 5 });
    expect(found.people).toMatchObject([{ id: ben.personId, name: "Benjamin the Second", avatarId: null }]);
    const again = await findActor({ db, now: new Date() }, ben.sessionId);
    expect(again?.actor).toMatchObject({ displayName: "Benjamin the Second" });
  });

  test("SET-05 INV-46 others are told that a name changed, and it is noted; a language is nobody else's business", async () => {
    const { actor } = await createPerson(db, { username: "dan" });
    const told = () => db.$queryRaw<object[]>`
      SELECT 1 FROM pgboss.job WHERE data->'payload'->>'name' = 'profile.changed'
         AND data->'payload'->'payload'->>'personId' = ${actor.personId}`;
    await change(actor, { locale: "de", timeZone: "Asia/Tokyo" });
    expect(await told()).toHaveLength(0);
    await change(actor, { lastName: "Uedah" });
    expect(await told()).toHaveLength(1);
    const entries = await db.auditEntry.findMany({ where: { actorId: actor.personId } });
    expect(entries.map(({ action }) => action)).toEqual(["profile.changed"]);
  });

  test("is for people who are signed in", async () => {
    await expect(contextFor(db, nobody).ask(getProfile, undefined)).rejects.toMatchObject({
      code: "not_signed_in",
    });
    await expect(contextFor(db, nobody).run(changeProfile, { firstName: "No" })).rejects.toMatchObject({
      code: "not_signed_in",
    });
  });
});

describe("personal data that the administrator keeps", () => {
  test.each(personalFields)("SET-13 SET-14 INV-38 %s is refused and stays as it is", async (field) => {
    const { actor } = await createPerson(db, { username: `closed-${field.toLowerCase()}` });
    const before = await profileOf(actor);
    await allow({ mayEditPersonalData: false });
    await expect(change(actor, { [field]: "Other" })).rejects.toMatchObject({
      code: "forbidden",
      details: { reason: "personalDataClosed" },
    });
    expect(await profileOf(actor)).toEqual({
      ...before,
      permits: { ...before.permits, editPersonalData: false },
    });
  });

  test("SET-13 SET-28 leave language and time zone to the person, and count from the next request on", async () => {
    const { actor } = await createPerson(db, { username: "finn" });
    await allow({ mayEditPersonalData: false });
    expect(await change(actor, { locale: "de", timeZone: "Asia/Tokyo" })).toMatchObject({
      locale: "de",
      timeZone: "Asia/Tokyo",
      permits: { editPersonalData: false, changeEmail: true, changePassword: true },
    });
    await allow({ mayEditPersonalData: true, mayChangeEmail: false, mayChangePassword: false });
    expect(await change(actor, { firstName: "Finnian" })).toMatchObject({
      firstName: "Finnian",
      permits: { editPersonalData: true, changeEmail: false, changePassword: false },
    });
  });

  test("SET-14 null is a change as well", () => {
    expect(canChangeProfile({ mayEditPersonalData: false }, { phone: null })).toBe(false);
    expect(canChangeProfile({ mayEditPersonalData: false }, { locale: null })).toBe(true);
    expect(canChangeProfile({ mayEditPersonalData: true }, { phone: null })).toBe(true);
  });
});
