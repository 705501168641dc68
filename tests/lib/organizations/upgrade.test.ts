import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findActor } from "#lib/accounts/queries";
import { scheduleEvent } from "#lib/calendar/commands";
import { canScheduleEvent } from "#lib/calendar/policy";
import { changeOrganization, dissolveOrganization, upgradeAccount } from "#lib/organizations/commands";
import { inviteMember } from "#lib/organizations/invitations/commands";
import { subscribeForProject } from "#lib/organizations/projects/commands";
import { getProjectSubscription } from "#lib/organizations/projects/queries";
import { freeSlug, slugFrom } from "#lib/organizations/projects/slug";
import { getOrganization } from "#lib/organizations/queries";
import { OrganizationFields } from "#lib/organizations/schema";
import type { PersonActor } from "#lib/shared/context";
import { address, draftOf } from "../../support/meetings.ts";
import {
  connectTestDatabase,
  contextFor,
  createOrganization,
  createPerson,
  type TestClient,
} from "../../support/people.ts";

let db: TestClient;
const now = new Date("2026-11-22T11:00:00Z");

beforeAll(async () => {
  db = await connectTestDatabase();
});
afterAll(() => db.$disconnect());

const fields = (name: string) => OrganizationFields.parse({ name });
/** The actor as the next request finds it. */
async function again({ sessionId }: PersonActor): Promise<PersonActor> {
  const found = await findActor({ db, now }, sessionId);
  if (found?.actor.kind !== "person") throw new Error("nobody");
  return found.actor;
}

describe("the upgrade", () => {
  test("ACC-35 ACC-38 ACC-39 ACC-40 ORG-53 ACC-47 ACC-49 ACC-52 GAP-012 GAP-066 the next request has every feature; the person is the admin and else the same", async () => {
    const { actor, person } = await createPerson(db, { username: "ada" });
    const { actor: friend } = await createPerson(db, { username: "friend" });
    const [personAId = "", personBId = ""] = [actor.personId, friend.personId].sort();
    await db.connection.create({ data: { personAId, personBId, source: "CONTACT_REQUEST", since: now } });
    expect(canScheduleEvent(actor)).toBe(false);
    await expect(contextFor(db, actor, now).run(scheduleEvent, draftOf())).rejects.toMatchObject({
      code: "forbidden",
    });
    const view = await contextFor(db, actor).run(upgradeAccount, {
      name: "Harbour",
      website: "https://harbour.example",
      vatNumber: "DE 123",
    });
    expect(view).toMatchObject({
      name: "Harbour",
      website: "https://harbour.example",
      vatNumber: "DE 123",
      memberCount: 1,
    });
    const upgraded = await again(actor);
    expect(upgraded.organization).toEqual({ id: view.id, role: "ADMIN" });
    expect(canScheduleEvent(upgraded)).toBe(true);
    await contextFor(db, upgraded).run(inviteMember, {
      email: "x@example.org",
      role: "USER",
      departmentId: null,
      message: "",
    });
    await contextFor(db, upgraded, now).run(
      scheduleEvent,
      draftOf({ attendees: [address("external@example.net")] }),
    );
    const after = await db.person.findUniqueOrThrow({ where: { id: person.id } });
    expect(after).toEqual(person);
    expect(await db.connection.count({ where: { personAId, personBId, endedAt: null } })).toBe(1);
  });

  test.each([
    ["", "required"],
    ["   ", "required"],
  ])("ACC-43 ACC-46 ORG-08 an empty name (%j) is refused", (name) => {
    expect(OrganizationFields.safeParse({ name }).success).toBe(false);
  });

  test.each(["javascript:alert(1)", "ftp://example.org", "example.org", "data:text/html,x", "https://"])(
    "ACC-44 %s is no website",
    (website) => {
      expect(OrganizationFields.safeParse({ name: "Harbour", website }).success).toBe(false);
    },
  );

  test("ACC-44 ACC-45 website and VAT number may be left out", () => {
    expect(OrganizationFields.parse({ name: "Harbour" })).toEqual({
      name: "Harbour",
      website: null,
      vatNumber: null,
    });
  });

  test("INV-01 of two upgrades at once one makes an organization", async () => {
    const { actor } = await createPerson(db, { username: "twice" });
    const before = await db.organization.count();
    const both = await Promise.allSettled([
      contextFor(db, actor).run(upgradeAccount, fields("One")),
      contextFor(db, actor).run(upgradeAccount, fields("Other")),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.organization.count()).toBe(before + 1);
    await expect(
      contextFor(db, await again(actor)).run(upgradeAccount, fields("Third")),
    ).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "upgradedAlready" },
    });
  });
});

describe("the main information", () => {
  test("ORG-05 ORG-07 GAP-067 is read by every member and changed by admins", async () => {
    const organizationId = await createOrganization(db, "Readers");
    const { actor: admin } = await createPerson(db, {
      username: "reader-admin",
      organizationId,
      organizationRole: "ADMIN",
    });
    const { actor: member } = await createPerson(db, { username: "reader", organizationId });
    await contextFor(db, admin).run(changeOrganization, {
      name: "Read",
      website: "http://read.example",
      vatNumber: null,
    });
    expect(await contextFor(db, member).ask(getOrganization, undefined)).toMatchObject({
      name: "Read",
      memberCount: 2,
    });
    await expect(contextFor(db, member).run(changeOrganization, fields("Mine"))).rejects.toMatchObject({
      code: "forbidden",
    });
    const { actor: individual } = await createPerson(db, { username: "outsider" });
    await expect(contextFor(db, individual).ask(getOrganization, undefined)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("GAP-031 dissolving makes individuals of the members, and is the server administrator's", async () => {
    const organizationId = await createOrganization(db, "Over");
    const department = await db.department.create({ data: { organizationId, name: "D", nameNorm: "d" } });
    const { actor: admin } = await createPerson(db, {
      username: "over-admin",
      organizationId,
      organizationRole: "ADMIN",
      departmentId: department.id,
    });
    await contextFor(db, admin).run(inviteMember, {
      email: "over@example.org",
      role: "USER",
      departmentId: null,
      message: "",
    });
    const { actor: server } = await createPerson(db, { username: "server", isServerAdmin: true });
    await expect(contextFor(db, admin).run(dissolveOrganization, { organizationId })).rejects.toMatchObject({
      code: "not_found",
    });
    await contextFor(db, server).run(dissolveOrganization, { organizationId });
    expect((await again(admin)).organization).toBeNull();
    expect(await db.invitation.count({ where: { organizationId } })).toBe(0);
    await expect(contextFor(db, server).run(dissolveOrganization, { organizationId })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the project subscription", () => {
  test.each([
    ["Müller & Söhne GmbH", "muller-sohne-gmbh"],
    ["Straße 7", "strasse-7"],
    ["北京", "team"],
    ["A", "team"],
  ])("GAP-112 %s is offered as %s", (name, slug) => {
    expect(slugFrom(name)).toBe(slug);
  });

  test("GAP-112 a taken name gets a number", () => {
    expect(freeSlug("harbour", new Set(["harbour", "harbour-2"]))).toBe("harbour-3");
  });

  test("DIR-19 APP-08 GAP-112 INV-44 is made once by an admin under a name nobody has; others find nothing", async () => {
    const [one, other] = [await createOrganization(db, "Quay"), await createOrganization(db, "Quay")];
    const { actor: admin } = await createPerson(db, {
      username: "quay",
      organizationId: one,
      organizationRole: "ADMIN",
    });
    const { actor: second } = await createPerson(db, {
      username: "quay2",
      organizationId: other,
      organizationRole: "ADMIN",
    });
    const { actor: member } = await createPerson(db, { username: "quay-member", organizationId: one });
    const { actor: individual } = await createPerson(db, { username: "quay-nobody" });
    expect(await contextFor(db, admin).ask(getProjectSubscription, undefined)).toEqual({
      subscription: null,
      suggestion: "quay",
    });
    const made = await contextFor(db, admin, now).run(subscribeForProject, { slug: "quay" });
    expect(made.subscription).toEqual({
      slug: "quay",
      createdAt: now.toISOString(),
      createdBy: admin.displayName,
    });
    expect((await contextFor(db, second).ask(getProjectSubscription, undefined)).suggestion).toBe("quay-2");
    await expect(contextFor(db, second).run(subscribeForProject, { slug: "quay" })).rejects.toMatchObject({
      details: { fields: [{ field: "slug", reason: "nameTaken" }] },
    });
    await expect(contextFor(db, admin).run(subscribeForProject, { slug: "again" })).rejects.toMatchObject({
      code: "conflict",
    });
    for (const actor of [member, individual]) {
      await expect(contextFor(db, actor).ask(getProjectSubscription, undefined)).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(contextFor(db, actor).run(subscribeForProject, { slug: "mine" })).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });
});
