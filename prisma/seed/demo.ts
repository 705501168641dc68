import { randomUUID } from "node:crypto";
import { createClient } from "#lib/adapters/database/client";
import { type Context, inTransaction } from "#lib/adapters/database/context";
import { prepareJobs } from "#lib/adapters/jobs/pg-boss";
import { hashPassword } from "#lib/adapters/password-hash/argon2";
import { scheduleEvent } from "#lib/calendar/commands";
import { cancelOccurrence, changeOccurrence } from "#lib/calendar/occurrences/commands";
import { occurrences, type Series } from "#lib/calendar/recurrence";
import { EventDraft } from "#lib/calendar/schema";
import { openConference } from "#lib/conferences/commands";
import type { PersonActor } from "#lib/shared/context";
import { OrganizationId, PersonId, SignInSessionId } from "#lib/shared/ids";
import {
  addDays,
  addLocalMinutes,
  addMinutes,
  instantOf,
  LocalDateTime,
  localDateOf,
} from "#lib/shared/time";
import { makeContacts } from "./demo-contacts.ts";
import { makeDemoInvitations } from "./demo-invitations.ts";
import { type DemoMeeting, demoMeetings, demoRooms } from "./demo-meetings.ts";
import {
  type DemoPerson,
  demoDepartments,
  demoOrganizationName,
  demoPassword,
  demoPeople,
} from "./demo-people.ts";

type Cast = ReadonlyMap<string, { readonly actor: PersonActor; readonly person: DemoPerson }>;

/** Fills an empty database with the demo organization, all or nothing. With the organization there already it does nothing. */
export async function seedDemo(databaseUrl: string): Promise<"made" | "was there"> {
  await prepareJobs({ databaseUrl });
  const client = createClient(databaseUrl);
  const now = new Date();
  const request = {
    actor: { kind: "system", reason: "demo" },
    now,
    locale: "en",
    requestId: randomUUID(),
  } as const;
  try {
    return await inTransaction(request, client, async (opened) => {
      // Nobody listens yet, so nobody is hinted at what is made here.
      const context = { ...opened, afterCommit: () => undefined };
      await context.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('atrium demo'))`;
      const found = await context.db.organization.findFirst({ where: { name: demoOrganizationName } });
      if (found) return "was there";
      const cast = await makePeople(context);
      for (const meeting of demoMeetings) await makeMeeting(context, cast, meeting);
      await makeRooms(context, cast);
      await makeDemoInvitations(context, member(cast, "ada.lindqvist").actor);
      await makeContacts(context, cast);
      return "made";
    });
  } finally {
    await client.$disconnect();
  }
}

async function makePeople(context: Context): Promise<Cast> {
  const { id } = await context.db.organization.create({
    data: { name: demoOrganizationName },
    select: { id: true },
  });
  const organizationId = OrganizationId.parse(id);
  const departments = new Map<string, string>();
  for (const name of demoDepartments) {
    const row = { organizationId, name, nameNorm: name.toLowerCase() };
    departments.set(name, (await context.db.department.create({ data: row, select: { id: true } })).id);
  }
  const passwordHash = await hashPassword(demoPassword);
  const cast = new Map<string, { actor: PersonActor; person: DemoPerson }>();
  for (const person of demoPeople) {
    const departmentId = departments.get(person.department);
    const actor = await makePerson(context, person, { organizationId, departmentId, passwordHash });
    cast.set(person.username, { actor, person });
  }
  return cast;
}

async function makePerson(
  context: Context,
  person: DemoPerson,
  place: {
    readonly organizationId: OrganizationId;
    readonly departmentId?: string;
    readonly passwordHash: string;
  },
): Promise<PersonActor> {
  const email = `${person.username}@lindenhof.example`;
  const { id } = await context.db.person.create({
    data: {
      username: person.username,
      email,
      emailNorm: email,
      emailVerifiedAt: context.now,
      passwordHash: place.passwordHash,
      termsAcceptances: { create: { number: 1, acceptedAt: context.now } },
      state: "ACTIVE",
      isServerAdmin: person.isServerAdmin ?? false,
      firstName: person.firstName,
      lastName: person.lastName,
      timeZone: person.timeZone,
      locale: person.locale,
      membership: {
        create: {
          organizationId: place.organizationId,
          departmentId: place.departmentId ?? null,
          role: person.isServerAdmin ? "ADMIN" : "USER",
        },
      },
      licenceGrant: licenceOf(person, context.now),
    },
    select: { id: true },
  });
  return {
    kind: "person",
    personId: PersonId.parse(id),
    sessionId: SignInSessionId.parse(randomUUID()),
    isServerAdmin: person.isServerAdmin ?? false,
    organization: { id: place.organizationId, role: person.isServerAdmin ? "ADMIN" : "USER" },
    displayName: `${person.firstName} ${person.lastName}`,
    avatarId: null,
    timeZone: person.timeZone,
    locale: person.locale,
  };
}

function licenceOf(person: DemoPerson, now: Date) {
  switch (person.licence) {
    case "permanent":
      return { create: { kind: "PERMANENT" as const } };
    case "temporary":
      return { create: { kind: "TEMPORARY" as const, validUntil: addMinutes(now, 24 * 60) } };
    case "none":
      return undefined;
  }
}

async function makeMeeting(context: Context, cast: Cast, meeting: DemoMeeting): Promise<void> {
  const { actor, person } = member(cast, meeting.organizer);
  const localStart = LocalDateTime.parse(
    `${addDays(localDateOf(context.now, person.timeZone), meeting.day)}T${meeting.time}`,
  );
  // As if it had been scheduled the day before, so that what is past today was once to come.
  const scheduledAt = addMinutes(instantOf(localStart, person.timeZone), -24 * 60);
  const asOrganizer = { ...context, actor, locale: person.locale, now: scheduledAt };
  const event = await scheduleEvent(asOrganizer, draftOf(cast, meeting, localStart, person.timeZone));
  const series: Series = {
    localStart,
    durationMinutes: meeting.minutes,
    timeZone: person.timeZone,
    rule: meeting.rule ?? null,
    exceptions: [],
  };
  const starts = occurrences({
    series,
    from: scheduledAt,
    to: addMinutes(scheduledAt, 120 * 24 * 60),
    limit: 12,
  });
  for (const [index, minutes] of Object.entries(meeting.moved ?? {})) {
    const start = starts[Number(index)];
    if (!start) continue;
    await changeOccurrence(asOrganizer, {
      eventId: event.id,
      originalLocalStart: start.originalLocalStart,
      localStart: addLocalMinutes(start.localStart, minutes),
      durationMinutes: meeting.minutes,
      title: null,
      description: null,
      location: null,
    });
  }
  for (const index of meeting.cancelled ?? []) {
    const start = starts[index];
    if (start)
      await cancelOccurrence(asOrganizer, {
        eventId: event.id,
        originalLocalStart: start.originalLocalStart,
      });
  }
}

function draftOf(cast: Cast, meeting: DemoMeeting, localStart: LocalDateTime, timeZone: string): EventDraft {
  return EventDraft.parse({
    title: meeting.title,
    description: meeting.description ?? null,
    location: meeting.location ?? null,
    localStart,
    durationMinutes: meeting.minutes,
    timeZone,
    rule: meeting.rule ?? null,
    attendees: [
      ...meeting.people.map((username) => ({
        kind: "person",
        personId: member(cast, username).actor.personId,
        role: meeting.moderators?.includes(username) ? "MODERATOR" : "PARTICIPANT",
      })),
      ...(meeting.byMail ?? []).map((email) => ({ kind: "email", email, role: "PARTICIPANT" })),
    ],
    conference: {
      access: meeting.access ?? "PRIVATE",
      pin: meeting.pin ?? null,
      isRecordingPlanned: meeting.isRecordingPlanned ?? false,
    },
  });
}

async function makeRooms(context: Context, cast: Cast): Promise<void> {
  for (const room of demoRooms) {
    const { actor } = member(cast, room.owner);
    await openConference(
      { ...context, actor },
      {
        kind: "ROOM",
        title: room.title,
        access: room.access ?? "PRIVATE",
        mode: "EQUAL",
        pin: room.pin ?? null,
        location: null,
        isRecordingPlanned: false,
        participants: room.people.map((username) => ({
          kind: "person" as const,
          personId: member(cast, username).actor.personId,
          role: "PARTICIPANT" as const,
        })),
      },
    );
  }
}

function member(cast: Cast, username: string): { readonly actor: PersonActor; readonly person: DemoPerson } {
  const found = cast.get(username);
  if (!found) throw new Error(`the demo has no ${username}`);
  return found;
}
