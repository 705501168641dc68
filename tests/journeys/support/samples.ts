import { randomUUID } from "node:crypto";
import { endpoints } from "#lib/door/endpoints";
import { type Endpoint, hasBody, pathParameters } from "#lib/shared/endpoint";
import { localIn } from "./wall-clock.ts";

/** A good input for an endpoint, from which the journeys make bad ones. */
export type Sample = Readonly<Record<string, unknown>>;

const later = localIn("Europe/Berlin", 3 * 24 * 60);

const draft: Sample = {
  title: "Sample",
  description: null,
  location: null,
  localStart: later,
  durationMinutes: 30,
  timeZone: "Europe/Berlin",
  rule: null,
  attendees: [],
  conference: { access: "PRIVATE", mode: "EQUAL", pin: null, isRecordingPlanned: false },
};

const occurrence: Sample = { eventId: randomUUID(), originalLocalStart: later };
const person: Sample = { personId: randomUUID() };
const conference: Sample = { number: "1000000000" };

/** By the endpoint's name; ids in them belong to nobody. */
const samples: Readonly<Record<string, Sample>> = {
  signIn: { name: "nobody.at.all", password: "wrong-password" },
  signOut: {},
  chooseFirstPassword: { ticket: "x".repeat(40), password: "a-new-password-1" },
  changePassword: { oldPassword: "not-the-password", newPassword: "a-new-password-1" },
  getProfile: {},
  changeProfile: { locale: "en", timeZone: "Europe/Berlin" },
  listColleagues: { query: "nobody" },
  lockConference: conference,
  unlockConference: conference,
  scheduleEvent: draft,
  listOccurrences: { from: "2026-11-01T00:00:00Z", to: "2026-12-01T00:00:00Z" },
  getEvent: { eventId: randomUUID() },
  changeEvent: { ...draft, eventId: randomUUID(), sequence: 0 },
  cancelEvent: { eventId: randomUUID() },
  changeOccurrence: {
    ...occurrence,
    localStart: later,
    durationMinutes: 30,
    title: null,
    description: null,
    location: null,
  },
  cancelOccurrence: occurrence,
  restoreOccurrence: occurrence,
  downloadEvent: { eventId: randomUUID() },
  getCalendarFeed: {},
  makeCalendarFeed: {},
  revokeCalendarFeed: {},
  getEntrance: conference,
  joinConference: conference,
  endConference: conference,
  removePerson: { ...conference, identity: "pAAAAAAAAAAAAAAAAAAAAAA" },
  listCallRecords: {},
  getCallRecord: { callRecordId: randomUUID() },
  setUp: {
    token: "x".repeat(40),
    organizationName: "Nowhere",
    firstName: "No",
    lastName: "Body",
    email: "nobody@example.org",
    password: "a-new-password-1",
  },
  listPeople: {},
  getPerson: person,
  createPerson: { firstName: "No", lastName: "Body", email: "nobody@example.org" },
  suggestUsername: { firstName: "No", lastName: "Body" },
  unlockPerson: person,
  disablePerson: person,
  enablePerson: person,
  resetPassword: person,
  changeLicence: { ...person, kind: "permanent" },
  getLockoutSettings: {},
  changeLockoutSettings: { isEnabled: true, maxAttempts: 5, periodMinutes: 15 },
};

export type Sampled = { readonly name: string; readonly endpoint: Endpoint; readonly sample: Sample };

/** Every endpoint of the product with its sample; one without is an error, so that none goes untested. */
export function sampledEndpoints(): readonly Sampled[] {
  return endpoints.map(([name, endpoint]) => {
    const sample = samples[name];
    if (!sample) throw new Error(`tests/journeys/support/samples.ts has no sample for ${name}`);
    return { name, endpoint, sample };
  });
}

/** The fields of a sample that travel in the body; empty for endpoints without one. */
export function bodyFields({ endpoint, sample }: Sampled): readonly string[] {
  const inPath = pathParameters(endpoint.path);
  return hasBody(endpoint) ? Object.keys(sample).filter((field) => !inPath.includes(field)) : [];
}
