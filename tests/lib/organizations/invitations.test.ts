import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deleteInvitation, inviteMember, resendInvitation } from "#lib/organizations/invitations/commands";
import { declineInvitation } from "#lib/organizations/invitations/links/commands";
import { getInvitationLink, listInvitations } from "#lib/organizations/invitations/queries";
import { InvitationDraft, InvitationSearch } from "#lib/organizations/invitations/schema";
import { invitationStateAt } from "#lib/organizations/invitations/state";
import type { OrganizationId } from "#lib/shared/ids";
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
let serial = 0;
type Cast = Awaited<ReturnType<typeof createPerson>>;
let admin: Cast;
const now = new Date("2026-11-22T11:00:00Z");
const later = (minutes: number) => addMinutes(now, minutes);
const fortnight = 14 * 24 * 60;

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

const as = ({ actor }: Cast, at = now) => contextFor(db, actor, at);
const draft = (wish: object = {}) => InvitationDraft.parse({ email: `kim${serial}@example.net`, ...wish });
const invite = (wish: object = {}, at = now) => as(admin, at).run(inviteMember, draft(wish));
const list = async (wish: object = {}, at = now) =>
  (await as(admin, at).ask(listInvitations, InvitationSearch.parse(wish))).invitations;
const mails = () =>
  db.outgoingMail.findMany({ where: { toAddress: draft().email }, orderBy: { dedupeKey: "asc" } });
const secretIn = (mail: { readonly text: string } | undefined) =>
  /#([\w-]{20,})/.exec(mail?.text ?? "")?.[1] ?? "";
const stateOf = async (secret: string, at = now) =>
  (await contextFor(db, nobody, at).ask(getInvitationLink, { secret })).state;

describe("inviting", () => {
  test("ORG-30 ORG-31 ORG-33 GAP-054 INV-41 causes one mail with an Accept link, and stands in the list", async () => {
    await invite({ message: "Come & join <us>" });
    await react({ now, times: 3 });
    const sent = await mails();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.subject).toContain(admin.actor.displayName);
    expect(sent[0]?.text).toContain(`Accept: http`);
    expect(sent[0]?.text).toContain("Come & join <us>");
    expect(sent[0]?.html).toContain("Come &amp; join &lt;us&gt;");
    expect(sent[0]?.text).not.toMatch(/Decline: http/);
    expect(await list()).toMatchObject([
      { email: draft().email, state: "PENDING", sentCount: 1, role: "USER" },
    ]);
    expect(await stateOf(secretIn(sent[0]))).toBe("open");
  });

  test("ORG-32 the mail comes from the portal's own address and not from the inviter's", async () => {
    await invite();
    await react({ now });
    const [mail] = await mails();
    expect(mail?.replyTo).toBe(admin.person.email);
    expect(Object.keys(mail ?? {})).not.toContain("from");
  });

  test.each([" kim@example.net", "kim@example.net ", "k im@example.net", "kim", ""])(
    "GAP-042 GAP-054 the address %j is refused",
    (email) => {
      expect(InvitationDraft.safeParse({ email }).success).toBe(false);
    },
  );

  test("ORG-26 ORG-27 GAP-059 GAP-060 members, of this organization or another, are refused; nothing is stored or mailed", async () => {
    const elsewhere = await createOrganization(db, "Elsewhere");
    const mine = await createPerson(db, { username: `mine${serial}`, organizationId });
    const theirs = await createPerson(db, {
      username: `theirs${serial}`,
      organizationId: elsewhere,
      organizationRole: "ADMIN",
    });
    for (const [{ person }, reason] of [
      [mine, "memberAlready"],
      [theirs, "memberElsewhere"],
    ] as const) {
      await expect(invite({ email: person.email.toUpperCase() })).rejects.toMatchObject({
        code: "invalid_input",
        details: { fields: [{ field: "email", reason }] },
      });
      expect(await db.outgoingMail.count({ where: { toAddress: person.email } })).toBe(0);
    }
    await react({ now });
    expect(await list()).toEqual([]);
  });

  test("GAP-059 INV-06 an open invitation is named, so that it can be sent again; of two at once one is stored", async () => {
    const both = await Promise.allSettled([invite(), invite({ email: draft().email.toUpperCase() })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [open] = await list();
    await expect(invite()).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "invitationOpen", values: { invitationId: open?.id } },
    });
  });

  test("GAP-058 an address whose invitation is over can be invited anew", async () => {
    await invite();
    await invite({}, later(fortnight));
    expect((await list({}, later(fortnight))).map(({ state }) => state)).toEqual(["PENDING", "EXPIRED"]);
  });
});

describe("sending again and deleting", () => {
  test("ORG-49 GAP-058 renews the time and replaces the link; the old one is dead at once", async () => {
    const { id: invitationId } = await invite();
    await react({ now });
    const first = secretIn((await mails())[0]);
    const renewed = await as(admin, later(2)).run(resendInvitation, { invitationId });
    await expect(stateOf(first)).rejects.toMatchObject({ code: "not_found" });
    await react({ now: later(2), times: 2 });
    const sent = await mails();
    expect(sent.map(({ toAddress }) => toAddress)).toEqual([draft().email, draft().email]);
    expect(await stateOf(secretIn(sent[1]), later(2))).toBe("open");
    expect(renewed).toMatchObject({ sentCount: 2, expiresAt: later(2 + fortnight).toISOString() });
  });

  test("GAP-058 not twice within a minute, not when it was accepted or declined", async () => {
    const { id: invitationId } = await invite();
    const resend = (at: Date) => as(admin, at).run(resendInvitation, { invitationId });
    await expect(resend(new Date(now.getTime() + 59_000))).rejects.toMatchObject({
      code: "limit_reached",
      details: { reason: "resendPause", values: { seconds: 1 } },
    });
    await resend(later(1));
    await db.invitation.update({ where: { id: invitationId }, data: { state: "DECLINED" } });
    await expect(resend(later(9))).rejects.toMatchObject({ code: "conflict" });
    await db.invitation.update({
      where: { id: invitationId },
      data: { state: "ACCEPTED", acceptedAt: now },
    });
    await expect(resend(later(9))).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "invitationSettled" },
    });
  });

  test("ORG-26 an invitation of somebody who joined elsewhere meanwhile is not sent again", async () => {
    const { id: invitationId } = await invite();
    const elsewhere = await createOrganization(db, "Elsewhere");
    await createPerson(db, { username: `gone${serial}`, email: draft().email, organizationId: elsewhere });
    await expect(as(admin, later(5)).run(resendInvitation, { invitationId })).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "memberElsewhere" },
    });
  });

  test("ORG-50 ORG-51 a deleted invitation is off the list and its link is no longer valid", async () => {
    const { id: invitationId } = await invite();
    await react({ now });
    const secret = secretIn((await mails())[0]);
    await as(admin).run(deleteInvitation, { invitationId });
    expect(await list()).toEqual([]);
    await expect(stateOf(secret)).rejects.toMatchObject({
      code: "not_found",
      details: { reason: "invitationGone" },
    });
    await expect(as(admin).run(deleteInvitation, { invitationId })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("ORG-51 an invitation that is deleted before its mail was written gets none", async () => {
    const { id: invitationId } = await invite();
    await as(admin).run(deleteInvitation, { invitationId });
    await react({ now });
    expect(await mails()).toEqual([]);
  });

  test("INV-42 invitations of another organization do not exist", async () => {
    const { id: invitationId } = await invite();
    const other = await createPerson(db, {
      username: `stranger${serial}`,
      organizationId: await createOrganization(db, "Other"),
      organizationRole: "ADMIN",
    });
    expect((await as(other).ask(listInvitations, InvitationSearch.parse({}))).total).toBe(0);
    for (const command of [resendInvitation, deleteInvitation]) {
      await expect(
        as(other, later(5)).run<{ invitationId: typeof invitationId }, unknown>(command, { invitationId }),
      ).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });
});

describe("what became of it", () => {
  test.each([
    ["PENDING", fortnight - 1, "PENDING"],
    ["PENDING", fortnight, "EXPIRED"],
    ["ACCEPTED", fortnight + 1, "ACCEPTED"],
    ["DECLINED", fortnight + 1, "DECLINED"],
  ] as const)("GAP-058 %s after %i minutes is %s", (state, minutes, expected) => {
    expect(invitationStateAt({ state, expiresAt: later(fortnight) }, later(minutes))).toBe(expected);
  });

  test("GAP-057 declining by the link is seen in the list; again changes nothing, later is too late", async () => {
    await invite();
    await react({ now });
    const secret = secretIn((await mails())[0]);
    const decline = (at = now) => contextFor(db, nobody, at).run(declineInvitation, { secret });
    await expect(decline(later(fortnight))).rejects.toMatchObject({ code: "conflict" });
    await decline();
    await decline();
    expect((await list({ state: "DECLINED" })).length).toBe(1);
    expect(await stateOf(secret)).toBe("declined");
  });

  test("ORG-20 the list is searched, narrowed by state and sorted", async () => {
    await invite({ email: `anna${serial}@example.net` }, later(-fortnight));
    await invite({ email: `zoe_${serial}@example.net` });
    expect((await list({ state: "EXPIRED" })).map(({ email }) => email)).toEqual([
      `anna${serial}@example.net`,
    ]);
    expect((await list({ state: "PENDING" })).map(({ email }) => email)).toEqual([
      `zoe_${serial}@example.net`,
    ]);
    expect((await list({ query: "ZOE_" })).length).toBe(1);
    expect((await list({ query: "a_n" })).length).toBe(0);
    for (const sort of ["sent", "-sent", "email", "-email", "state", "-state"]) {
      expect((await list({ sort })).length).toBe(2);
    }
  });

  test("ORG-34 the link says who invites where, and whether the address has an account", async () => {
    await createPerson(db, { username: `kim${serial}`, email: draft().email, locale: "de" });
    await invite({ message: "Hallo" });
    await react({ now });
    const [mail] = await mails();
    expect(mail?.locale).toBe("de");
    expect(await contextFor(db, nobody, now).ask(getInvitationLink, { secret: secretIn(mail) })).toEqual({
      state: "open",
      email: draft().email,
      fromName: admin.actor.displayName,
      organization: `House ${serial}`,
      message: "Hallo",
      hasAccount: true,
    });
  });
});
