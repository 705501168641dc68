import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findActor } from "#lib/accounts/queries";
import { scheduleEvent } from "#lib/calendar/commands";
import { openConference } from "#lib/conferences/commands";
import { addDepartment, changeDepartment, deleteDepartment } from "#lib/organizations/departments/commands";
import { listDepartments } from "#lib/organizations/departments/queries";
import {
  changeMember,
  createMember,
  moveMembers,
  sendCredentials,
} from "#lib/organizations/members/commands";
import { getMemberTable, listMembers } from "#lib/organizations/members/queries";
import { removeMember, removeMembers } from "#lib/organizations/members/removal/commands";
import { MemberSearch, NewMember } from "#lib/organizations/members/schema";
import type { OrganizationId } from "#lib/shared/ids";
import { draftOf, now, person } from "../../support/meetings.ts";
import {
  connectTestDatabase,
  contextFor,
  createOrganization,
  createPerson,
  type TestClient,
} from "../../support/people.ts";
import { createReactor } from "../../support/reactor.ts";

let db: TestClient;
let react: ReturnType<typeof createReactor>;
let organizationId: OrganizationId;
let serial = 0;
type Cast = Awaited<ReturnType<typeof createPerson>>;
let admin: Cast;
let ben: Cast;

beforeAll(async () => {
  db = await connectTestDatabase();
  react = createReactor(db);
});
beforeEach(async () => {
  serial += 1;
  organizationId = await createOrganization(db, `House ${serial}`);
  admin = await createPerson(db, { username: `admin${serial}`, organizationId, organizationRole: "ADMIN" });
  ben = await createPerson(db, { username: `ben${serial}`, organizationId });
});
afterAll(() => db.$disconnect());

const as = ({ actor }: Cast) => contextFor(db, actor, now);
const search = (wish: object = {}) => MemberSearch.parse(wish);
const namesIn = async (wish: object = {}) =>
  (await as(admin).ask(listMembers, search(wish))).members.map(({ username }) => username);
const newcomer = (wish: object = {}) =>
  NewMember.parse({ firstName: "Nora", lastName: "Neu", email: `nora${serial}@example.org`, ...wish });

describe("the list of users", () => {
  test("ORG-10 ORG-11 each line has name, address, role and department; members read it too", async () => {
    const { id } = await as(admin).run(addDepartment, { name: "Design", description: "" });
    await as(admin).run(changeMember, { personId: ben.actor.personId, departmentId: id });
    const { members, total } = await as(ben).ask(listMembers, search({ query: "ben" }));
    expect(total).toBe(1);
    expect(members[0]).toMatchObject({
      name: ben.actor.displayName,
      email: `ben${serial}@example.org`,
      role: "USER",
      department: { id, name: "Design" },
      isWaiting: false,
    });
  });

  test("INV-42 ORG-10 shows nobody of another organization, narrows, sorts and turns pages", async () => {
    const other = await createOrganization(db, "Other");
    await createPerson(db, { username: `foreign${serial}`, organizationId: other });
    expect(await namesIn()).toEqual([`admin${serial}`, `ben${serial}`]);
    expect(await namesIn({ sort: "-name" })).toEqual([`ben${serial}`, `admin${serial}`]);
    expect(await namesIn({ role: "ADMIN" })).toEqual([`admin${serial}`]);
    expect(await namesIn({ department: "none", query: "ben" })).toEqual([`ben${serial}`]);
    for (const sort of ["email", "-email", "department", "-department", "joined", "-joined"]) {
      expect((await namesIn({ sort })).toSorted()).toEqual([`admin${serial}`, `ben${serial}`]);
    }
    expect(await namesIn({ page: 2 })).toEqual([]);
  });

  test("the exported table computes nothing in a spreadsheet", async () => {
    await createPerson(db, { username: `evil${serial}`, organizationId });
    await db.person.update({
      where: { username: `evil${serial}` },
      data: { firstName: '=HYPERLINK("x")', lastName: "+1" },
    });
    const table = await as(admin).ask(getMemberTable, search());
    expect(table.startsWith("\uFEFFFirst name,Last name,E-mail,Role,Department\r\n")).toBe(true);
    expect(table).toContain(`"'=HYPERLINK(""x"")",'+1,evil${serial}@example.org,user,`);
    await expect(as(ben).ask(getMemberTable, search())).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a new user", () => {
  test("ORG-41 ORG-43 ORG-44 GAP-061 GAP-062 is a member at once, waits for the terms and has to choose a password", async () => {
    const made = await as(admin).run(createMember, newcomer({ role: "ADMIN" }));
    expect(made.username).toMatch(/^nora\.neu\d*$/);
    expect(made.temporaryPassword).toMatch(/^[a-z0-9-]{19}$/);
    const row = await db.person.findUniqueOrThrow({
      where: { id: made.personId },
      include: { membership: true },
    });
    expect(row).toMatchObject({
      state: "WAITING_TERMS",
      mustChangePassword: true,
      emailVerifiedAt: null,
      isServerAdmin: false,
      membership: { organizationId, role: "ADMIN" },
    });
  });

  test("ORG-43 GAP-061 INV-41 one mail names the user name and leads to the page where the password is chosen", async () => {
    const made = await as(admin).run(createMember, newcomer());
    await react({ times: 2 });
    const mails = await db.outgoingMail.findMany({ where: { toAddress: made.email } });
    expect(mails.map(({ kind }) => kind)).toEqual(["account.credentials"]);
    expect(mails[0]?.text).toContain(made.username);
    expect(mails[0]?.text).toMatch(/\/choose-password#[\w-]{40,}/);
    expect(mails[0]?.text).not.toContain(made.temporaryPassword);
    expect(
      await db.actionToken.count({
        where: { personId: made.personId, purpose: "FIRST_PASSWORD", revokedAt: null },
      }),
    ).toBe(1);
  });

  test("GAP-061 the mail is sent again until the account was opened; the earlier link is dead then", async () => {
    const { personId, email } = await as(admin).run(createMember, newcomer());
    await react();
    await as(admin).run(sendCredentials, { personId });
    await react();
    expect(await db.outgoingMail.count({ where: { toAddress: email } })).toBe(2);
    expect(await db.actionToken.count({ where: { personId, revokedAt: null } })).toBe(1);
    await expect(as(admin).run(sendCredentials, { personId: ben.actor.personId })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("ORG-42 an address or user name in use is refused at its field, and nobody is made", async () => {
    const before = await db.person.count();
    await expect(
      as(admin).run(createMember, newcomer({ email: `BEN${serial}@example.org`, username: `ben${serial}` })),
    ).rejects.toMatchObject({
      code: "invalid_input",
      details: {
        fields: expect.arrayContaining([
          { field: "email", reason: "emailTaken" },
          { field: "username", reason: "usernameTaken" },
        ]),
      },
    });
    expect(await db.person.count()).toBe(before);
    for (const field of ["firstName", "lastName", "email"]) {
      expect(NewMember.safeParse({ ...newcomer(), [field]: "" }).success).toBe(false);
    }
    expect(NewMember.safeParse({ ...newcomer(), isServerAdmin: true }).success).toBe(false);
  });
});

describe("changing and removing", () => {
  test("ORG-45 ORG-46 GAP-008 the removed person is an individual from the next request on, and keeps account and contacts", async () => {
    const [personAId = "", personBId = ""] = [admin.actor.personId, ben.actor.personId].sort();
    await db.connection.create({ data: { personAId, personBId, source: "INVITATION", since: now } });
    await as(admin).run(removeMember, { personId: ben.actor.personId });
    expect(await namesIn()).toEqual([`admin${serial}`]);
    const found = await findActor({ db, now }, ben.actor.sessionId);
    expect(found?.actor).toMatchObject({ kind: "person", organization: null });
    expect(await db.connection.count({ where: { personAId, personBId, endedAt: null } })).toBe(1);
  });

  test("GAP-063 INV-02 the last admin can be neither removed nor demoted, also not by oneself", async () => {
    const self = admin.actor.personId;
    const refused = { code: "conflict", details: { reason: "lastOrganizationAdmin" } };
    await expect(as(admin).run(removeMember, { personId: self })).rejects.toMatchObject(refused);
    await expect(as(admin).run(changeMember, { personId: self, role: "USER" })).rejects.toMatchObject(
      refused,
    );
    await expect(
      as(admin).run(removeMembers, { personIds: [self, ben.actor.personId] }),
    ).rejects.toMatchObject(refused);
    await as(admin).run(changeMember, { personId: ben.actor.personId, role: "ADMIN" });
    await as(admin).run(removeMember, { personId: self });
    expect(await db.membership.count({ where: { organizationId } })).toBe(1);
  });

  test.each(["removals", "demotions"])("INV-02 of two admins' %s at once one stays admin", async (kind) => {
    const other = await createPerson(db, {
      username: `other${kind}${serial}`,
      organizationId,
      organizationRole: "ADMIN",
    });
    const act = (by: Cast, { actor: { personId } }: Cast) =>
      kind === "removals"
        ? as(by).run(removeMember, { personId })
        : as(by).run(changeMember, { personId, role: "USER" });
    const both = await Promise.allSettled([act(admin, other), act(other, admin)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.membership.count({ where: { organizationId, role: "ADMIN" } })).toBe(1);
  });

  test("INV-42 people of another organization do not exist for an admin", async () => {
    const other = await createOrganization(db, "Other");
    const foreign = await createPerson(db, { username: `alien${serial}`, organizationId: other });
    const { personId } = foreign.actor;
    await expect(as(admin).run(removeMember, { personId })).rejects.toMatchObject({ code: "not_found" });
    await expect(as(admin).run(changeMember, { personId, role: "ADMIN" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(as(admin).run(sendCredentials, { personId })).rejects.toMatchObject({ code: "not_found" });
    expect(await as(admin).run(removeMembers, { personIds: [personId] })).toEqual({ removedCount: 0 });
    expect(await as(admin).run(moveMembers, { personIds: [personId], departmentId: null })).toEqual({
      movedCount: 0,
    });
    expect(await db.membership.count({ where: { personId, organizationId: other, role: "USER" } })).toBe(1);
  });

  test("GAP-064 future meetings and rooms pass to an admin, whose people are told; the person stays invited", async () => {
    const cleo = await createPerson(db, { username: `cleo${serial}`, organizationId });
    const attendees = [person(cleo), person(admin)];
    const ahead = await as(ben).run(scheduleEvent, draftOf({ title: "Ahead", attendees }));
    const room = await as(ben).run(openConference, {
      title: "Room",
      kind: "ROOM",
      access: "PRIVATE",
      mode: "EQUAL",
      pin: null,
      location: null,
      isRecordingPlanned: false,
      participants: [],
    });
    const long = new Date("2026-11-23T00:00:00Z");
    const past = await as(ben).run(scheduleEvent, draftOf({ title: "Past", localStart: "2026-11-22T14:00" }));
    await react({ now });
    await contextFor(db, admin.actor, long).run(removeMember, { personId: ben.actor.personId });
    await react({ now: long, times: 2 });
    await react({ now: long });
    const event = await db.event.findUniqueOrThrow({
      where: { id: ahead.id },
      include: { attendees: true, conference: { include: { participants: true } } },
    });
    const { personId } = admin.actor;
    expect(event.organizerId).toBe(personId);
    expect(event.conference?.ownerId).toBe(personId);
    const expected = [ben.actor.personId, cleo.actor.personId].sort();
    expect(event.attendees.map((attendee) => attendee.personId).sort()).toEqual(expected);
    expect(event.conference?.participants.map((one) => one.personId).sort()).toEqual(expected);
    expect((await db.conference.findUniqueOrThrow({ where: { id: room.id } })).ownerId).toBe(personId);
    expect((await db.event.findUniqueOrThrow({ where: { id: past.id } })).organizerId).toBe(
      ben.actor.personId,
    );
    const told = await db.outgoingMail.findMany({
      where: { dedupeKey: { startsWith: `${ahead.id}:${event.sequence}:` } },
    });
    expect(told.map(({ toAddress }) => toAddress).sort()).toEqual([
      `ben${serial}@example.org`,
      `cleo${serial}@example.org`,
    ]);
  });
});

describe("roles", () => {
  test("ORG-02 ORG-03 GAP-066 the creator is an admin and can make others admins and users again", async () => {
    const { personId } = ben.actor;
    expect(await as(admin).run(changeMember, { personId, role: "ADMIN" })).toMatchObject({ role: "ADMIN" });
    const found = await findActor({ db, now }, ben.actor.sessionId);
    if (found?.actor.kind !== "person") throw new Error("nobody");
    const asBen = contextFor(db, found.actor, now);
    expect(await asBen.run(changeMember, { personId, role: "USER" })).toMatchObject({ role: "USER" });
    await expect(
      asBen.run(changeMember, { personId, role: "ADMIN" }),
      "the role counts as it is, not as it was when the page was opened",
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("departments", () => {
  test("ORG-15 ORG-16 ORG-17 GAP-065 are made, listed with their users, and changed; a name stands once", async () => {
    const { id } = await as(admin).run(addDepartment, { name: "Sales", description: "North" });
    await as(admin).run(addDepartment, { name: "Design", description: "" });
    await as(admin).run(changeMember, { personId: ben.actor.personId, departmentId: id });
    const refused = { details: { fields: [{ field: "name", reason: "nameTaken" }] } };
    await expect(as(admin).run(addDepartment, { name: "SALES", description: "" })).rejects.toMatchObject(
      refused,
    );
    await expect(
      as(admin).run(changeDepartment, { departmentId: id, name: "design", description: "" }),
    ).rejects.toMatchObject(refused);
    await as(admin).run(changeDepartment, { departmentId: id, name: "Selling", description: "South" });
    const { departments } = await as(admin).ask(listDepartments, undefined);
    expect(departments.map(({ name, description, memberCount }) => [name, description, memberCount])).toEqual(
      [
        ["Design", "", 0],
        ["Selling", "South", 1],
      ],
    );
  });

  test("ORG-18 GAP-065 deleting one moves its users to no department", async () => {
    const { id } = await as(admin).run(addDepartment, { name: "Gone", description: "" });
    await as(admin).run(moveMembers, {
      personIds: [ben.actor.personId, admin.actor.personId],
      departmentId: id,
    });
    expect(await as(admin).run(deleteDepartment, { departmentId: id })).toEqual({ movedCount: 2 });
    expect(await namesIn({ department: "none" })).toEqual([`admin${serial}`, `ben${serial}`]);
  });

  test("INV-03 INV-42 departments of another organization do not exist", async () => {
    const other = await createOrganization(db, "Other");
    const stranger = await createPerson(db, {
      username: `stranger${serial}`,
      organizationId: other,
      organizationRole: "ADMIN",
    });
    const { id } = await as(stranger).run(addDepartment, { name: "Theirs", description: "" });
    const { personId } = ben.actor;
    await expect(as(admin).run(changeMember, { personId, departmentId: id })).rejects.toMatchObject({
      details: { fields: [{ field: "departmentId", reason: "notAllowedValue" }] },
    });
    await expect(as(admin).run(deleteDepartment, { departmentId: id })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      as(admin).run(changeDepartment, { departmentId: id, name: "Mine", description: "" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});
