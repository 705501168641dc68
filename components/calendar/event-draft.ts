import {
  defaultDurationMinutes,
  type EventDraft,
  type EventView,
  eventLimits,
  type OccurrenceChange,
} from "#lib/calendar/schema";
import type { ConferenceAccess, ConferenceMode, ConferenceRole, Invitee } from "#lib/conferences/schema";
import type { PersonId } from "#lib/shared/ids";
import {
  addDays,
  addLocalMinutes,
  addMinutes,
  daysBetween,
  durationMinutes,
  floatingOf,
  instantOf,
  type LocalDate,
  type LocalDateTime,
  localOf,
  type TimeZone,
} from "#lib/shared/time";
import { clockOf, clockTime } from "../ui/clock-time.ts";
import { noRepetition, type Repetition, repetitionOf, repetitionOn, ruleOf } from "./repetition.ts";

/** Somebody on the list of participants while the form is filled in. */
export type InvitedDraft = { readonly role: ConferenceRole } & (
  | {
      readonly kind: "person";
      readonly personId: PersonId;
      readonly name: string;
      readonly avatarId: string | null;
    }
  | { readonly kind: "email"; readonly email: string; readonly name: string | null }
);

/** What stands in the form. Times are as typed, so that nothing is lost that is not a time yet. */
export type EventForm = {
  readonly title: string;
  readonly startDate: LocalDate;
  readonly startTime: string;
  readonly endDate: LocalDate;
  readonly endTime: string;
  readonly timeZone: TimeZone;
  readonly repetition: Repetition;
  readonly location: string;
  readonly description: string;
  readonly access: ConferenceAccess;
  readonly mode: ConferenceMode;
  /** Empty for none. */
  readonly pin: string;
  readonly isRecordingPlanned: boolean;
  readonly invited: readonly InvitedDraft[];
};

const gridMinutes = 30;

/** A form in which title and Create are enough: the next half hour, half an hour long. GAP-086 */
export function blankForm(input: {
  readonly now: Date;
  readonly timeZone: TimeZone;
  readonly start?: LocalDateTime;
  readonly end?: LocalDateTime;
}): EventForm {
  const { now, timeZone, start = nextGridTime(localOf(now, timeZone)) } = input;
  const end = input.end && input.end > start ? input.end : addLocalMinutes(start, defaultDurationMinutes);
  return {
    title: "",
    ...clockFields(start, end),
    timeZone,
    repetition: noRepetition(start.slice(0, 10)),
    location: "",
    description: "",
    access: "PRIVATE",
    mode: "EQUAL",
    pin: "",
    isRecordingPlanned: false,
    invited: [],
  };
}

function nextGridTime(local: LocalDateTime): LocalDateTime {
  return addLocalMinutes(local, gridMinutes - (Number(local.slice(14)) % gridMinutes));
}

function clockFields(start: LocalDateTime, end: LocalDateTime) {
  return {
    startDate: start.slice(0, 10),
    startTime: clockOf(start),
    endDate: end.slice(0, 10),
    endTime: clockOf(end),
  };
}

/** The form for a stored event: for the series, or, with `at`, for the one occurrence of that name. */
export function formOf(event: EventView, at?: LocalDateTime): EventForm {
  const exception = event.exceptions.find(({ originalLocalStart }) => originalLocalStart === at);
  const start = exception?.localStart ?? at ?? event.localStart;
  const minutes = exception?.durationMinutes ?? event.durationMinutes;
  const { conference, timeZone } = event;
  return {
    title: exception?.title ?? event.title,
    ...clockFields(start, localOf(addMinutes(instantOf(start, timeZone), minutes), timeZone)),
    timeZone,
    repetition: repetitionOf(event.rule, event.localStart),
    location: exception?.location ?? event.location ?? "",
    description: exception?.description ?? event.description ?? "",
    access: conference.access,
    mode: conference.mode,
    pin: conference.pin ?? "",
    isRecordingPlanned: conference.isRecordingPlanned,
    invited: event.attendees.map((attendee) =>
      attendee.kind === "person"
        ? {
            kind: "person",
            personId: attendee.personId,
            name: attendee.name,
            avatarId: attendee.avatarId,
            role: attendee.role,
          }
        : { kind: "email", email: attendee.email, name: attendee.name, role: attendee.role },
    ),
  };
}

// ---- moving the times

/** The form with another start; the end keeps its distance on the clock, and what follows the day follows. */
export function withStart(
  form: EventForm,
  change: { readonly date?: LocalDate; readonly time?: string },
): EventForm {
  const startDate = change.date ?? form.startDate;
  const startTime = change.time ?? form.startTime;
  const repetition = repetitionOn(form.repetition, { from: form.startDate, to: startDate });
  const moved = { ...form, startDate, startTime, repetition };
  const time = clockTime(startTime);
  if (!time) return { ...moved, endDate: addDays(startDate, daysBetween(form.startDate, form.endDate)) };
  const end = addLocalMinutes(`${startDate}T${time}`, clockLength(form) ?? defaultDurationMinutes);
  return { ...moved, endDate: end.slice(0, 10), endTime: clockOf(end) };
}

/** The form with another end; an end that is earlier on the clock than the start is meant for the next day. */
export function withEndTime(form: EventForm, endTime: string): EventForm {
  const start = clockTime(form.startTime);
  const end = clockTime(endTime);
  const days = daysBetween(form.startDate, form.endDate);
  if (!start || !end || days > 1) return { ...form, endTime };
  return { ...form, endTime, endDate: addDays(form.startDate, end > start ? 0 : 1) };
}

/** Minutes from start to end on the clock; null while one of them is no time or the end is not later. */
function clockLength(form: EventForm): number | null {
  const times = localTimes(form);
  if (!times) return null;
  const minutes = durationMinutes(floatingOf(times.start), floatingOf(times.end));
  return minutes > 0 ? minutes : null;
}

/** Start and end on the clock of the form's zone; null while one of them is no time. */
export function localTimes(
  form: EventForm,
): { readonly start: LocalDateTime; readonly end: LocalDateTime } | null {
  const start = clockTime(form.startTime);
  const end = clockTime(form.endTime);
  return start && end ? { start: `${form.startDate}T${start}`, end: `${form.endDate}T${end}` } : null;
}

// ---- what is sent

/** The places of the form at which something can be wrong. */
export const formFields = [
  "title",
  "startTime",
  "endTime",
  "timeZone",
  "repetition",
  "until",
  "location",
  "description",
  "access",
  "mode",
  "pin",
  "isRecordingPlanned",
  "invited",
] as const;
export type FormField = (typeof formFields)[number];

/** What the form itself can tell to be wrong; keys of `meetings.form.errors`. */
export type FormError =
  | "titleMissing"
  | "notATime"
  | "endsBeforeStart"
  | "tooLong"
  | "notAPin"
  | "untilTooEarly"
  | "noWeekday";

export type FormErrors = Readonly<Partial<Record<FormField, FormError>>>;

type Checked<Input> =
  | { readonly kind: "ready"; readonly input: Input }
  | { readonly kind: "incomplete"; readonly errors: FormErrors };

/** The draft to be sent, or where it is not complete. Everything else is judged by the server. */
export function eventDraftOf(form: EventForm): Checked<EventDraft> {
  const times = checkedTimes(form);
  const errors = {
    ...times.errors,
    ...titleErrors(form),
    ...conferenceErrors(form),
    ...repetitionErrors(form),
  };
  if (times.kind === "incomplete" || Object.keys(errors).length > 0) return { kind: "incomplete", errors };
  return {
    kind: "ready",
    input: {
      title: form.title.trim(),
      description: orNull(form.description),
      location: orNull(form.location),
      ...times.times,
      timeZone: form.timeZone,
      rule: ruleOf(form.repetition, form.startDate),
      attendees: form.invited.map(inviteeOf),
      conference: {
        access: form.access,
        mode: form.mode,
        pin: form.pin === "" ? null : form.pin,
        isRecordingPlanned: form.isRecordingPlanned,
      },
    },
  };
}

/** What is different for one occurrence; texts that are those of the series are left to it. GAP-088 */
export function occurrenceChangeOf(
  form: EventForm,
  occurrence: { readonly event: EventView; readonly at: LocalDateTime },
): Checked<OccurrenceChange> {
  const times = checkedTimes(form);
  const errors = { ...times.errors, ...titleErrors(form) };
  if (times.kind === "incomplete" || Object.keys(errors).length > 0) return { kind: "incomplete", errors };
  const { event, at } = occurrence;
  const own = (text: string, series: string | null) => (text.trim() === (series ?? "") ? null : orNull(text));
  return {
    kind: "ready",
    input: {
      eventId: event.id,
      originalLocalStart: at,
      ...times.times,
      title: own(form.title, event.title),
      description: own(form.description, event.description),
      location: own(form.location, event.location),
    },
  };
}

function checkedTimes(form: EventForm) {
  const errors: FormErrors = {
    ...(clockTime(form.startTime) ? {} : { startTime: "notATime" }),
    ...(clockTime(form.endTime) ? {} : { endTime: "notATime" }),
  };
  const times = localTimes(form);
  if (!times) return { kind: "incomplete", errors } as const;
  const start = instantOf(times.start, form.timeZone);
  const minutes = durationMinutes(start, instantOf(times.end, form.timeZone));
  const endTime: FormError | null =
    minutes <= 0 ? "endsBeforeStart" : minutes > eventLimits.durationMinutes ? "tooLong" : null;
  if (endTime) return { kind: "incomplete", errors: { endTime } } as const;
  return { kind: "ready", errors: {}, times: { localStart: times.start, durationMinutes: minutes } } as const;
}

function titleErrors({ title }: EventForm): FormErrors {
  return title.trim() === "" ? { title: "titleMissing" } : {};
}

function conferenceErrors({ pin }: EventForm): FormErrors {
  return pin === "" || /^\d{4,10}$/.test(pin) ? {} : { pin: "notAPin" };
}

function repetitionErrors({ repetition, startDate }: EventForm): FormErrors {
  if (repetition.kind === "none") return {};
  if (repetition.kind === "weekly" && repetition.weekdays.length === 0) return { repetition: "noWeekday" };
  return repetition.ends === "until" && repetition.until < startDate ? { until: "untilTooEarly" } : {};
}

/** The person or address of a line, as it is sent. */
export function inviteeOf(draft: InvitedDraft): Invitee {
  if (draft.kind === "person") return { kind: "person", personId: draft.personId, role: draft.role };
  return { kind: "email", email: draft.email, ...(draft.name ? { name: draft.name } : {}), role: draft.role };
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
