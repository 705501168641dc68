import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accountActivated } from "#lib/accounts/facts";
import { findActor } from "#lib/accounts/queries";
import { announce } from "#lib/adapters/jobs/announce";
import { canScheduleEvent } from "#lib/calendar/policy";
import { acceptInvitation } from "#lib/contacts/joining/commands";
import { inviteMember } from "#lib/organizations/invitations/commands";
import { registerByInvitation } from "#lib/organizations/invitations/links/commands";
import { getInvitationLink } from "#lib/organizations/invitations/queries";
import { InvitationDraft } from "#lib/organizations/invitations/schema";
import { listMembers } from "#lib/organizations/members/queries";
import { MemberSearch } from "#lib/organizations/members/schema";
import { type OrganizationId, PersonId } from "#lib/shared/ids";
import { addMinutes } from "#lib/shared/time";
import {
  connectTestDatabase,
  contextFor,
  createOrganization,
  createPerson,
  nobody,
  type TestClient,
} from "../../support/people.ts";
import { createReactor } from "../../support/reactor.ts";

let db: TestClient;
let react: ReturnType<typeof createReactor>;
let organizationId: OrganizationId;
type Cast = Awaited<ReturnType<typeof createPerson>>;
let admin: Cast;
let serial = 0;
const now = new Date("2026-11-22T11:00:00Z");

beforeAll(async () => {
  db = await connectTestDatabase();
  react = createReactor(db);
});
beforeEach(async () => {
  serial += 1;
  organizationId = await createOrganization(db, `House ${serial}`);
  admin = await createPerson(db, { username: `admin${serial}`, organizationId, organizationRole: "ADMIN" });
});
afterAll(() => db.$disconnect());

const email = () => `kim${serial}@example.net`;
/** Invites and answers with the secret that the mail carried. */
async function invited(by: Cast = admin, at = now): Promise<string> {
  await contextFor(db, by.actor, at).run(inviteMember, InvitationDraft.parse({ email: email() }));
  await react({ now: at });
  const mails = await db.outgoingMail.findMany({
    where: { toAddress: email(), kind: "organization.invitation" },
  });
  const house = by.actor.displayName;
  const mail = mails.find(({ subject }) => subject.startsWith(house));
  return /#([\w-]{20,})/.exec(mail?.text ?? "")?.[1] ?? "";
}
const kim = async () => createPerson(db, { username: `kim${serial}`, email: email() });
const accept = ({ actor }: Cast, secret: string, at = now) =>
  contextFor(db, actor, at).run(acceptInvitation, { secret });
const connections = (one: string, other: string) => {
  const [personAId = "", personBId = ""] = [one, other].sort();
  return db.connection.count({ where: { personAId, personBId, endedAt: null, source: "INVITATION" } });
};
const membershipOf = (personId: string) => db.membership.findUnique({ where: { personId } });

describe("accepting as a person with an account", () => {
  test("ORG-35 ORG-37 ORG-39 GAP-010 INV-07 makes a member and a contact of the inviter in one", async () => {
    const secret = await invited();
    const person = await kim();
    expect(await accept(person, secret)).toEqual({ organization: `House ${serial}` });
    expect(await membershipOf(person.person.id)).toMatchObject({ organizationId, role: "USER" });
    expect(await connections(person.person.id, admin.person.id)).toBe(1);
    const actor = (await findActor({ db, now }, person.actor.sessionId))?.actor ?? nobody;
    expect(canScheduleEvent(actor)).toBe(true);
    const { members } = await contextFor(db, admin.actor).ask(
      listMembers,
      MemberSearch.parse({ query: "kim" }),
    );
    expect(members.map(({ id }) => id)).toEqual([person.actor.personId]);
  });

  test("ORG-48 can be done once, also by two clicks at once", async () => {
    const secret = await invited();
    const person = await kim();
    const clicks = await Promise.allSettled([accept(person, secret), accept(person, secret)]);
    expect(clicks.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(accept(person, secret)).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "invitationNotOpen" },
    });
    expect((await contextFor(db, nobody, now).ask(getInvitationLink, { secret })).state).toBe("accepted");
  });

  test("GAP-055 GAP-056 INV-05 somebody else than the addressee joins nothing", async () => {
    const secret = await invited();
    const other = await createPerson(db, { username: `other${serial}` });
    await expect(accept(other, secret)).rejects.toMatchObject({
      code: "forbidden",
      details: { reason: "invitationForAnother" },
    });
    expect(await membershipOf(other.person.id)).toBeNull();
    expect((await contextFor(db, nobody, now).ask(getInvitationLink, { secret })).state).toBe("open");
  });

  test("INV-05 the link confirms the address it was mailed to", async () => {
    const secret = await invited();
    const person = await kim();
    await db.person.update({ where: { id: person.person.id }, data: { emailVerifiedAt: null } });
    await accept(person, secret);
    expect((await db.person.findUniqueOrThrow({ where: { id: person.person.id } })).emailVerifiedAt).toEqual(
      now,
    );
  });

  test("ORG-40 INV-04 who joined another organization meanwhile is refused; nothing changes", async () => {
    const secret = await invited();
    const elsewhere = await createOrganization(db, "Elsewhere");
    const person = await createPerson(db, {
      username: `kim${serial}`,
      email: email(),
      organizationId: elsewhere,
    });
    await expect(accept(person, secret)).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "youAreMemberElsewhere" },
    });
    expect(await membershipOf(person.person.id)).toMatchObject({ organizationId: elsewhere });
    expect(await connections(person.person.id, admin.person.id)).toBe(0);
    expect((await contextFor(db, nobody, now).ask(getInvitationLink, { secret })).state).toBe("open");
  });

  test("INV-01 INV-04 of two organizations' invitations accepted at once the database lets one in", async () => {
    const second = await createOrganization(db, `Second ${serial}`);
    const rival = await createPerson(db, {
      username: `rival${serial}`,
      organizationId: second,
      organizationRole: "ADMIN",
    });
    const secrets = [await invited(), await invited(rival)];
    const person = await kim();
    const both = await Promise.allSettled(secrets.map((secret) => accept(person, secret)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const member = await membershipOf(person.person.id);
    const inviter = member?.organizationId === second ? rival : admin;
    const loser = inviter === rival ? admin : rival;
    expect(await connections(person.person.id, inviter.person.id)).toBe(1);
    expect(await connections(person.person.id, loser.person.id)).toBe(0);
    expect(await db.invitation.count({ where: { emailNorm: email(), state: "ACCEPTED" } })).toBe(1);
  });

  test("GAP-058 ORG-51 too late, or with a link nobody knows, nothing is joined", async () => {
    const secret = await invited();
    const person = await kim();
    await expect(accept(person, secret, addMinutes(now, 14 * 24 * 60))).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(accept(person, "x".repeat(43))).rejects.toMatchObject({
      code: "not_found",
      details: { reason: "invitationGone" },
    });
    await expect(contextFor(db, nobody, now).run(acceptInvitation, { secret })).rejects.toMatchObject({
      code: "not_signed_in",
    });
  });
});

describe("accepting as a person without an account", () => {
  const register = (secret: string) =>
    contextFor(db, nobody, now).step(registerByInvitation, {
      secret,
      firstName: "Kim",
      lastName: "Larsen",
      password: "correct horse battery",
    });
  /** As the activation link and the terms leave it. */
  async function activate(): Promise<PersonId> {
    const { id } = await db.person.update({
      where: { emailNorm: email() },
      data: { state: "ACTIVE", emailVerifiedAt: now },
    });
    const personId = PersonId.parse(id);
    await contextFor(db, { kind: "system", reason: randomUUID() }, now).run(
      (context, payload: { personId: PersonId }) => announce(context, accountActivated, payload),
      { personId },
    );
    return personId;
  }

  test("ORG-34 ORG-36 ORG-37 ORG-39 joins as soon as the account is active, and not before", async () => {
    const secret = await invited();
    await register(secret);
    await react({ now });
    const waiting = await db.person.findUniqueOrThrow({ where: { emailNorm: email() } });
    expect(waiting).toMatchObject({ state: "WAITING_EMAIL", isServerAdmin: false });
    expect(await membershipOf(waiting.id)).toBeNull();
    const personId = await activate();
    await react({ now, times: 2 });
    expect(await membershipOf(personId)).toMatchObject({ organizationId });
    expect(await connections(personId, admin.person.id)).toBe(1);
  });

  test("ORG-51 an invitation that was deleted meanwhile leaves an account without membership", async () => {
    const secret = await invited();
    await register(secret);
    await db.invitation.deleteMany({ where: { emailNorm: email() } });
    const personId = await activate();
    await react({ now });
    expect(await membershipOf(personId)).toBeNull();
  });

  test("ORG-36 whoever registers without the link is not joined by it", async () => {
    await invited();
    await createPerson(db, { username: `kim${serial}`, email: email() });
    const personId = await activate();
    await react({ now });
    expect(await membershipOf(personId)).toBeNull();
  });

  test("ORG-40 who joined elsewhere before the activation stays there", async () => {
    const secret = await invited();
    await register(secret);
    const elsewhere = await createOrganization(db, "Elsewhere");
    const { id } = await db.person.findUniqueOrThrow({ where: { emailNorm: email() } });
    await db.membership.create({ data: { personId: id, organizationId: elsewhere } });
    await activate();
    await react({ now });
    expect(await membershipOf(id)).toMatchObject({ organizationId: elsewhere });
  });

  test("GAP-030 a closed registration is closed for the invited too", async () => {
    const secret = await invited();
    const settings = { registrationMode: "CLOSED" } as const;
    await db.accountSettings.upsert({ where: { id: 1 }, create: { id: 1, ...settings }, update: settings });
    await expect(register(secret)).rejects.toMatchObject({ code: "forbidden" });
    await db.accountSettings.update({ where: { id: 1 }, data: { registrationMode: "OPEN" } });
    expect(await db.person.count({ where: { emailNorm: email() } })).toBe(0);
  });
});
