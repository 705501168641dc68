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
const contactRequest: Sample = { contactRequestId: randomUUID() };
const conference: Sample = { number: "1000000000" };

const room: Sample = {
  title: "Sample",
  location: null,
  access: "PRIVATE",
  mode: "EQUAL",
  pin: null,
  isRecordingPlanned: false,
  participants: [],
};

/** By the endpoint's name; ids in them belong to nobody. */
const samples: Readonly<Record<string, Sample>> = {
  signIn: { name: "nobody.at.all", password: "wrong-password" },
  signOut: {},
  passSecondFactor: { ticket: "x".repeat(40), code: "123456" },
  acceptTerms: { ticket: "x".repeat(40), number: 1 },
  declineTerms: { ticket: "x".repeat(40) },
  getTerms: {},
  publishTerms: { texts: { en: "Be kind.", de: "Seien Sie freundlich." } },
  getSecondFactor: {},
  beginSecondFactor: {},
  enableSecondFactor: { code: "123456" },
  disableSecondFactor: { code: "123456" },
  makeRecoveryCodes: { code: "123456" },
  listSignInSessions: {},
  revokeSignInSession: { sessionId: randomUUID() },
  revokeOtherSignInSessions: {},
  requestPasswordReset: { name: "nobody.at.all" },
  readPasswordLink: { kind: "reset", secret: "x".repeat(40) },
  choosePasswordByLink: { kind: "reset", secret: "x".repeat(40), password: "a-new-password-1" },
  chooseFirstPassword: { ticket: "x".repeat(40), password: "a-new-password-1" },
  changePassword: { oldPassword: "not-the-password", newPassword: "a-new-password-1" },
  registerAccount: {
    firstName: "No",
    lastName: "Body",
    email: "nobody@example.org",
    password: "a-new-password-1",
  },
  registerOrganization: {
    organizationName: "Nowhere",
    firstName: "No",
    lastName: "Body",
    email: "nobody@example.org",
    password: "a-new-password-1",
  },
  proposeUsername: { firstName: "No", lastName: "Body" },
  resendActivation: { email: "nobody@example.org" },
  activateAccount: { secret: "x".repeat(40) },
  renewActivation: { secret: "x".repeat(40) },
  getProfile: {},
  changeProfile: { locale: "en", timeZone: "Europe/Berlin" },
  uploadAvatar: { left: 0, top: 0, size: 100 },
  deleteAvatar: {},
  getAvatar: { avatarId: randomUUID() },
  getEmailChange: {},
  requestEmailChange: { email: "new@example.org", oldPassword: "not-the-password" },
  resendEmailChange: {},
  cancelEmailChange: {},
  confirmEmailChange: { secret: "x".repeat(43) },
  listKnownPeople: { query: "nobody" },
  sendContactRequest: { email: "nobody@example.org", message: "Sample" },
  listReceivedRequests: { page: 1 },
  listSentRequests: { page: 1 },
  listContacts: { page: 1 },
  acceptContactRequest: contactRequest,
  declineContactRequest: contactRequest,
  withdrawContactRequest: contactRequest,
  resendContactRequest: contactRequest,
  readContactRequestLink: { secret: "x".repeat(43) },
  acceptContactRequestByLink: { secret: "x".repeat(43) },
  declineContactRequestByLink: { secret: "x".repeat(43) },
  registerByContactRequest: {
    secret: "x".repeat(43),
    firstName: "No",
    lastName: "Body",
    password: "a-new-password-1",
  },
  endContact: person,
  lockConference: conference,
  unlockConference: conference,
  changePin: { ...conference, pin: "4821" },
  listRooms: {},
  createRoom: room,
  getRoom: conference,
  changeRoom: { ...room, ...conference },
  deleteRoom: conference,
  meetNow: { title: "Sample", access: "PRIVATE" },
  callIn: { ...conference, participants: [{ kind: "email", email: "nobody@example.org" }] },
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
  upgradeAccount: { name: "Nowhere", website: null, vatNumber: null },
  getOrganization: {},
  changeOrganization: { name: "Nowhere", website: null, vatNumber: null },
  getProjectSubscription: {},
  subscribeForProject: { slug: "nowhere" },
  listDepartments: {},
  addDepartment: { name: "Nowhere", description: "" },
  changeDepartment: { departmentId: randomUUID(), name: "Nowhere", description: "" },
  deleteDepartment: { departmentId: randomUUID() },
  listMembers: {},
  exportMembers: {},
  importMembers: {
    isTrial: true,
    lines: [
      { line: 2, firstName: "No", lastName: "Body", email: "nobody@example.org", role: "", department: "" },
    ],
  },
  createMember: { firstName: "No", lastName: "Body", email: "nobody@example.org" },
  suggestMemberUsername: { firstName: "No", lastName: "Body" },
  sendCredentials: person,
  changeMember: { ...person, role: "USER" },
  removeMember: person,
  moveMembers: { personIds: [randomUUID()], departmentId: null },
  removeMembers: { personIds: [randomUUID()] },
  listInvitations: {},
  inviteMember: { email: "nobody@example.org" },
  resendInvitation: { invitationId: randomUUID() },
  deleteInvitation: { invitationId: randomUUID() },
  readInvitationLink: { secret: "x".repeat(40) },
  declineInvitation: { secret: "x".repeat(40) },
  registerByInvitation: {
    secret: "x".repeat(40),
    firstName: "No",
    lastName: "Body",
    password: "a-new-password-1",
  },
  acceptInvitation: { secret: "x".repeat(40) },
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
  resetSecondFactor: person,
  getAccountSettings: {},
  changeAccountSettings: {
    registrationMode: "OPEN",
    minPasswordLength: 10,
    idleMinutes: 20_160,
    mayEditPersonalData: true,
    mayChangeEmail: true,
    mayChangePassword: true,
    contactRequestsPerDay: 20,
    helpContact: null,
    downloadUrl: null,
  },
  listOrganizations: {},
  dissolveOrganization: { organizationId: randomUUID() },
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
