import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findActor } from "#lib/accounts/queries";
import { signIn } from "#lib/accounts/sign-in/commands";
import { acceptTerms } from "#lib/accounts/terms/commands";
import * as commands from "#lib/admin/commands";
import * as queries from "#lib/admin/queries";
import { NewPerson, PeopleSearch } from "#lib/admin/schema";
import { getLicence } from "#lib/licences/queries";
import type { PersonActor } from "#lib/shared/context";
import {
  connectTestDatabase,
  contextFor,
  createOrganization,
  createPerson,
  nobody,
  signedIn,
  type TestClient,
} from "../../support/people.ts";

let db: TestClient;
let admin: PersonActor;
const now = new Date("2026-11-22T10:00:00Z");

beforeAll(async () => {
  db = await connectTestDatabase();
  ({ actor: admin } = await createPerson(db, {
    username: "admin",
    isServerAdmin: true,
    timeZone: "Asia/Tokyo",
  }));
});
afterAll(() => db.$disconnect());

const create = (input: Record<string, unknown>) =>
  contextFor(db, admin, now).run(commands.createPerson, NewPerson.parse(input));

const names = { firstName: "Zoë", lastName: "Groß", email: "Zoe@Example.org" };

describe("creating a person", () => {
  test("ADM-04 SIG-08 GAP-023 GAP-061 hands out a temporary password that signs in and has to be replaced", async () => {
    const organizationId = await createOrganization(db, "Harbour");
    const made = await create({ ...names, organizationId, licence: "permanent" });
    expect(made.username).toBe("zoe.gross");
    const entering = await contextFor(db, nobody, now).step(signIn, {
      name: "zoe@example.org",
      password: made.temporaryPassword,
    });
    if (entering.kind !== "termsRequired") throw new Error(`the sign-in went on to ${entering.kind}`);
    const accepted = { ticket: entering.ticket, number: 1 };
    expect(await contextFor(db, nobody, now).step(acceptTerms, accepted)).toMatchObject({
      kind: "passwordChangeRequired",
    });
    const view = await contextFor(db, admin, now).ask(queries.getPerson, made);
    expect(view).toMatchObject({
      name: "Zoë Groß",
      email: "Zoe@Example.org",
      organization: "Harbour",
      licence: { kind: "permanent", isValid: true },
      mustChangePassword: true,
      isServerAdmin: false,
      state: "ACTIVE",
    });
    expect(await create({ ...names, email: "zoe2@example.org" })).toMatchObject({ username: "zoe.gross2" });
  });

  test("GAP-117 INV-46 is noted, and neither the password nor its hash is", async () => {
    const made = await create({
      firstName: "Noted",
      lastName: "Person",
      email: "noted@example.org",
      licence: "permanent",
    });
    const entries = await db.auditEntry.findMany({
      where: { targetId: made.personId },
      orderBy: { id: "asc" },
    });
    expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["person.created", admin.personId],
      ["password.reset", admin.personId],
      ["licence.granted", admin.personId],
    ]);
    expect(JSON.stringify(entries)).not.toMatch(new RegExp(`${made.temporaryPassword}|argon2`));
  });

  test("INV-10 names the field that somebody has already, and leaves nothing behind", async () => {
    await create({ firstName: "Otto", lastName: "Berg", email: "otto@example.org", username: "otto" });
    const before = await db.person.count();
    await expect(
      create({ firstName: "O", lastName: "B", email: "OTTO@example.org", username: "otto" }),
    ).rejects.toMatchObject({
      code: "invalid_input",
      details: {
        fields: [
          { field: "username", reason: "usernameTaken" },
          { field: "email", reason: "emailTaken" },
        ],
      },
    });
    const nowhere = { organizationId: "0198a000-0000-7000-8000-000000000000" };
    await expect(
      create({ firstName: "P", lastName: "B", email: "p@example.org", ...nowhere }),
    ).rejects.toMatchObject({
      code: "invalid_input",
    });
    expect(await db.person.count()).toBe(before);
  });

  test("INV-43 there is no way to make an administrator of somebody", () => {
    expect(NewPerson.safeParse({ ...names, isServerAdmin: true }).success).toBe(false);
  });

  test("INV-10 of parallel requests for one address one succeeds and the others are refused", async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        create({ firstName: "Same", lastName: "Time", email: "same@example.org" }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ name: "DomainError" });
    }
  });
});

describe("running accounts", () => {
  test("INV-16 R18 disabling ends every session at once, and enabling lets in again", async () => {
    const { actor } = await createPerson(db, { username: "ada", password: "a long password" });
    const other = await signedIn(db, actor.personId);
    const context = contextFor(db, admin, now);
    expect(await context.run(commands.disablePerson, actor)).toMatchObject({ state: "DISABLED" });
    expect(await findActor({ db, now }, actor.sessionId)).toBeNull();
    expect(await findActor({ db, now }, other.sessionId)).toBeNull();
    await context.run(commands.enablePerson, actor);
    expect(await findActor({ db, now }, actor.sessionId)).toBeNull();
    const signed = await contextFor(db, nobody, now).step(signIn, {
      name: "ada",
      password: "a long password",
    });
    expect(signed.kind).toBe("signedIn");
  });

  test("the last active administrator stays; of two who disable each other at once one stays", async () => {
    await expect(contextFor(db, admin, now).run(commands.disablePerson, admin)).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "lastAdministrator" },
    });
    const { actor: second } = await createPerson(db, { username: "second", isServerAdmin: true });
    await Promise.allSettled([
      contextFor(db, admin, now).run(commands.disablePerson, second),
      contextFor(db, second, now).run(commands.disablePerson, admin),
    ]);
    expect(await db.person.count({ where: { isServerAdmin: true, state: "ACTIVE" } })).toBe(1);
    await db.person.updateMany({ where: { isServerAdmin: true }, data: { state: "ACTIVE" } });
  });

  test("ADM-09 PRO-05 giving and withdrawing the licence changes what the person may", async () => {
    const { actor } = await createPerson(db, { username: "ben" });
    const change = (kind: "none" | "permanent") =>
      contextFor(db, admin, now).run(commands.changeLicence, { personId: actor.personId, kind });
    const mine = () => contextFor(db, actor, now).ask(getLicence, actor.personId);
    expect((await change("permanent")).licence.isValid).toBe(true);
    expect((await mine()).isValid).toBe(true);
    await change("none");
    expect((await mine()).isValid).toBe(false);
  });

  test("SIG-17 unlocking shows in the list at once", async () => {
    const { actor } = await createPerson(db, { username: "cleo" });
    const lockedUntil = new Date(now.getTime() + 60_000);
    await db.loginGuard.create({ data: { personId: actor.personId, failedCount: 5, lockedUntil } });
    const list = (show: "locked") =>
      contextFor(db, admin, now).ask(queries.listPeople, PeopleSearch.parse({ show }));
    expect((await list("locked")).people.map(({ username }) => username)).toEqual(["cleo"]);
    const after = await contextFor(db, admin, now).run(commands.unlockPerson, actor);
    expect(after.lockedUntil).toBeNull();
    expect((await list("locked")).people).toEqual([]);
  });
});

describe("the list of people", () => {
  test("is searched, narrowed and paged, and says how many there are", async () => {
    await db.person.createMany({
      data: Array.from({ length: 60 }, (_, index) => ({
        username: `row${index}`,
        email: `row${index}@example.org`,
        emailNorm: `row${index}@example.org`,
        state: "ACTIVE" as const,
        firstName: "Row",
        lastName: `Number${String(index).padStart(2, "0")}`,
      })),
    });
    const list = (input: Record<string, unknown>) =>
      contextFor(db, admin, now).ask(queries.listPeople, PeopleSearch.parse(input));
    const first = await list({ query: "row number" });
    expect([first.total, first.people.length, first.people[0]?.lastName]).toEqual([60, 50, "Number00"]);
    const second = await list({ query: "row number", page: "2" });
    expect(second.people.map(({ lastName }) => lastName).at(-1)).toBe("Number59");
    expect((await list({ query: "row number", page: 3 })).people).toEqual([]);
    expect((await list({ query: "number07" })).total).toBe(1);
    expect((await list({ query: "row", show: "disabled" })).total).toBe(0);
    expect((await list({ query: "row", show: "withoutLicence" })).total).toBe(60);
  });
});
