import { describe, expect, test } from "vitest";
import {
  canEditConference,
  canInvite,
  canModerate,
  canReadConference,
  canSchedule,
  readableConferences,
} from "#lib/conferences/policy";
import type { Actor, PersonActor } from "#lib/shared/context";
import { ConferenceId, OrganizationId, PersonId, SignInSessionId } from "#lib/shared/ids";

const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;

function personActor(digit: number, organization: PersonActor["organization"] = null): PersonActor {
  return {
    kind: "person",
    personId: PersonId.parse(id(digit)),
    sessionId: SignInSessionId.parse(id(9)),
    isServerAdmin: false,
    organization,
    displayName: `Person ${digit}`,
    avatarId: null,
    timeZone: "UTC",
    locale: null,
  };
}

const organization = { id: OrganizationId.parse(id(7)), role: "USER" } as const;
const owner = personActor(1, organization);
const moderator = personActor(2);
const participant = personActor(3);
const stranger = { ...personActor(4), isServerAdmin: true };
const guest: Actor = { kind: "guest", conferenceId: ConferenceId.parse(id(5)), name: "Zoe" };
const nobody: Actor = { kind: "anonymous" };
const system: Actor = { kind: "system", reason: "test" };

const conference = {
  ownerId: owner.personId,
  participants: [
    { personId: moderator.personId, role: "MODERATOR" },
    { personId: participant.personId, role: "PARTICIPANT" },
    { personId: null, role: "MODERATOR" },
  ],
} as const;

describe("who may do what with a conference", () => {
  test.each([
    ["owner", owner, true, true, true],
    ["moderator", moderator, true, false, true],
    ["participant", participant, true, false, false],
    ["administrator who is not invited", stranger, false, false, false],
    ["guest", guest, false, false, false],
    ["somebody without a session", nobody, false, false, false],
    ["system", system, true, false, false],
  ] as const)("CNF-18 MTG-04 GAP-097 the %s", (_, actor, reads, edits, moderates) => {
    expect(canReadConference(actor, conference)).toBe(reads);
    expect(canEditConference(actor, conference)).toBe(edits);
    expect(canModerate(actor, conference)).toBe(moderates);
  });

  test("GAP-012 only accounts of an organization schedule, and they invite accounts of their own organization", () => {
    expect([owner, moderator, guest, nobody, system].map(canSchedule)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(canInvite(owner, { organizationId: organization.id })).toBe(true);
    expect(canInvite(owner, { organizationId: id(6) })).toBe(false);
    expect(canInvite(owner, { organizationId: null })).toBe(false);
    expect(canInvite(moderator, { organizationId: null })).toBe(false);
  });

  test("INV-23 lists of people without a session are empty", () => {
    expect(readableConferences(nobody)).toEqual({ id: { in: [] } });
    expect(readableConferences(guest)).toEqual({ id: { in: [] } });
  });
});
