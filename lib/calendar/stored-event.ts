import type { Locale } from "#lib/shared/context";
import type { ConferenceId, EventId, PersonId, StoredFileId } from "#lib/shared/ids";
import type { AttendeeView, EventView, ExceptionView } from "./schema.ts";
import type { StoredTimes } from "./series.ts";

/** The account of somebody who organizes or attends an event. */
export type StoredPerson = {
  readonly personId: PersonId;
  readonly firstName: string;
  readonly lastName: string;
  readonly displayName: string | null;
  readonly avatarId: StoredFileId | null;
  readonly email: string;
  readonly locale: Locale | null;
  readonly timeZone: string;
  readonly isActive: boolean;
};

/** An invited person: with an account (`person`), or with the address alone. */
export type StoredAttendee = Pick<AttendeeView, "role" | "response"> & {
  readonly personId: PersonId | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly person: StoredPerson | null;
};

/** An event as the database has it, with everything that belongs to it. */
export type StoredEvent = StoredTimes & {
  readonly id: EventId;
  readonly uid: string;
  readonly sequence: number;
  readonly title: string;
  readonly description: string | null;
  readonly location: string | null;
  readonly windowEnd: Date | null;
  readonly cancelledAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly organizerId: PersonId;
  readonly organizer: StoredPerson;
  readonly conference: Omit<EventView["conference"], "pin" | "path"> & { readonly id: ConferenceId };
  /** The conference's PIN as it is stored: encrypted. */
  readonly pinSealed: string | null;
  readonly exceptions: readonly ExceptionView[];
  /** Empty where they were not asked for. */
  readonly attendees: readonly StoredAttendee[];
};

/** Everybody with an account who sees the event. */
export function peopleOf(event: Pick<StoredEvent, "organizerId" | "attendees">): readonly PersonId[] {
  return [event.organizerId, ...event.attendees.flatMap(({ personId }) => personId ?? [])];
}

/** Path of the conference URL. CNF-10 */
export function conferencePath(number: string): string {
  return `/c/${number}`;
}
