import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeProfile } from "#lib/accounts/profile/commands";
import { getProfile } from "#lib/accounts/profile/queries";
import { type AccountSettings, defaultAccountSettings } from "#lib/accounts/settings/schema";
import * as commands from "#lib/admin/commands";
import * as queries from "#lib/admin/queries";
import type { PersonActor } from "#lib/shared/context";
import { connectTestDatabase, contextFor, createPerson, type TestClient } from "../../support/people.ts";

let db: TestClient;
let admin: PersonActor;
let ben: PersonActor;
const now = new Date("2026-11-22T10:00:00Z");

beforeAll(async () => {
  db = await connectTestDatabase();
  ({ actor: admin } = await createPerson(db, { username: "admin", isServerAdmin: true }));
  ({ actor: ben } = await createPerson(db, { username: "ben" }));
});
afterAll(() => db.$disconnect());

const set = (changed: Partial<AccountSettings>, actor = admin) =>
  contextFor(db, actor, now).run(commands.changeAccountSettings, { ...defaultAccountSettings, ...changed });
const read = (actor = admin) => contextFor(db, actor, now).ask(queries.getAccountSettings, undefined);

describe("the settings of accounts", () => {
  test("GAP-025 GAP-030 GAP-039 GAP-053 GAP-116 the defaults hold until something is set, then what was set", async () => {
    expect(await read()).toMatchObject({
      registrationMode: "OPEN",
      minPasswordLength: 10,
      idleMinutes: 20_160,
      contactRequestsPerDay: 20,
      helpContact: null,
      downloadUrl: null,
    });
    const wanted = {
      registrationMode: "INVITED",
      minPasswordLength: 14,
      idleMinutes: 60,
      contactRequestsPerDay: 3,
      helpContact: "Helpdesk, 4711",
      downloadUrl: "https://example.org/download",
    } as const;
    await set(wanted);
    expect(await read()).toMatchObject(wanted);
  });

  test("ADM-12 ADM-13 ADM-14 ADM-18 DIR-25 DIR-27 what is forbidden is refused with the next request", async () => {
    const permits = async () => (await contextFor(db, ben, now).ask(getProfile, undefined)).permits;
    const rename = () => contextFor(db, ben, now).run(changeProfile, { firstName: "Benjamin" });
    await set({});
    expect(await permits()).toEqual({ editPersonalData: true, changeEmail: true, changePassword: true });
    await rename();
    await set({ mayEditPersonalData: false, mayChangeEmail: false, mayChangePassword: false });
    expect(await permits()).toEqual({ editPersonalData: false, changeEmail: false, changePassword: false });
    await expect(rename()).rejects.toThrow("forbidden");
    await set({});
    await rename();
  });

  test("INV-46 GAP-117 each change is noted with who made it and what is set", async () => {
    await set({ registrationMode: "CLOSED" });
    const newest = await db.auditEntry.findFirst({
      where: { action: "account-settings.changed" },
      orderBy: { id: "desc" },
    });
    expect(newest).toMatchObject({ actorId: admin.personId, details: { registrationMode: "CLOSED" } });
  });

  test("ADM-01 DIR-23 DIR-24 for everybody else there are no settings", async () => {
    await expect(read(ben)).rejects.toThrow("not_found");
    await expect(set({ registrationMode: "OPEN" }, ben)).rejects.toThrow("not_found");
    expect(await read()).toMatchObject({ registrationMode: "CLOSED" });
  });
});
