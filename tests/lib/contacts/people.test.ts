import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openConference } from "#lib/conferences/commands";
import { connect, endContact } from "#lib/contacts/connections/commands";
import { listContactIds, listKnownPeople } from "#lib/contacts/people/queries";
import { PersonId } from "#lib/shared/ids";
import {
  connectTestDatabase,
  createOrganization,
  createPerson,
  nobody,
  type TestClient,
} from "../../support/people.ts";
import { as, type Somebody } from "./house.ts";

let db: TestClient;

beforeAll(async () => {
  db = await connectTestDatabase();
});
afterAll(() => db.$disconnect());

const found = async (who: Parameters<typeof as>[1], query?: string, limit = 20) =>
  (await as(db, who).ask(listKnownPeople, { query, limit })).people;
const names = async (...[who, query, limit]: Parameters<typeof found>) =>
  (await found(who, query, limit)).map(({ name }) => name);
const join = (one: Somebody, other: Somebody) =>
  as(db, one).run(connect, { people: [one.actor.personId, other.actor.personId], source: "CONTACT_REQUEST" });

describe("choosing people", () => {
  test("INV-42 RFC-26 RFC-27 offers active colleagues and contacts, each once, and nobody else", async () => {
    const ours = await createOrganization(db, "Ours");
    const theirs = await createOrganization(db, "Theirs");
    const department = await db.department.create({
      data: { organizationId: theirs, name: "Secret", nameNorm: "secret" },
    });
    const ada = await createPerson(db, { username: "ada", organizationId: ours });
    const ben = await createPerson(db, { username: "ben", organizationId: ours });
    const cleo = await createPerson(db, { username: "cleo", organizationId: ours, state: "DISABLED" });
    const dan = await createPerson(db, {
      username: "dan",
      organizationId: theirs,
      departmentId: department.id,
    });
    const eva = await createPerson(db, { username: "eva" });
    expect(await names(ada)).toEqual(["Ben Okafor"]);
    expect(await names(dan)).toEqual([]);
    expect(await names(eva)).toEqual([]);
    for (const other of [ben, cleo, dan, eva]) await join(ada, other);
    expect(await names(ada)).toEqual(["Eva Novak", "Ben Okafor", "Dan Ueda"]);
    expect((await found(ada)).map(({ isColleague, department: shown }) => [isColleague, shown])).toEqual([
      [false, null],
      [true, null],
      [false, null],
    ]);
    expect(await names(eva)).toEqual(["Ada Lindqvist"]);
    await as(db, eva).run(endContact, { personId: ada.actor.personId });
    expect(await names(eva)).toEqual([]);
    expect(await names(ada)).toEqual(["Ben Okafor", "Dan Ueda"]);
    const among = [ben, eva, dan].map(({ actor }) => actor.personId);
    expect(await as(db, ada).ask(listContactIds, { among })).toEqual(
      new Set([ben.actor.personId, dan.actor.personId]),
    );
  });

  test("ABK-12 a contact outside the organization can be invited by the account, a stranger cannot", async () => {
    const organizationId = await createOrganization(db, "Inviting");
    const ines = await createPerson(db, { username: "ines", organizationId });
    const [jo, kai] = [
      await createPerson(db, { username: "jo" }),
      await createPerson(db, { username: "kai" }),
    ];
    const invite = (personId: string) =>
      as(db, ines).run(openConference, {
        ...{ kind: "SCHEDULED", title: "With a contact", access: "PRIVATE", mode: "EQUAL" },
        ...{ pin: null, location: null, isRecordingPlanned: false },
        participants: [{ kind: "person", personId: PersonId.parse(personId), role: "PARTICIPANT" }],
      });
    await join(ines, jo);
    await invite(jo.actor.personId);
    await expect(invite(kai.actor.personId)).rejects.toMatchObject({ code: "invalid_input" });
    await as(db, jo).run(endContact, { personId: ines.actor.personId });
    await expect(invite(jo.actor.personId)).rejects.toMatchObject({ code: "invalid_input" });
  });

  test("finds by any part of name, user name and address, and takes % and _ for what they are", async () => {
    const organizationId = await createOrganization(db, "Search");
    const finn = await createPerson(db, { username: "finn", organizationId });
    await createPerson(db, { username: "gita", organizationId });
    await createPerson(db, { username: "hugo", organizationId, email: "h_b@example.org" });
    expect(await names(finn, "GIT ra")).toEqual(["Gita Rao"]);
    expect(await names(finn, "h_b")).toEqual(["Hugo Brandt"]);
    expect(await names(finn, "%")).toEqual([]);
    expect(await names(finn, "\\")).toEqual([]);
    expect(await names(finn, undefined, 1)).toEqual(["Hugo Brandt"]);
  });

  test("INV-11 nobody is offered to somebody who is not signed in", async () => {
    await expect(found({ actor: nobody })).rejects.toMatchObject({ code: "not_signed_in" });
  });
});
