import { type EventForm, type FormField, formFields, type InvitedDraft } from "./event-draft.ts";
import { ruleOf } from "./repetition.ts";

export type FormTab = "general" | "participants";

/** The tab on which a field stands. */
export function tabOf(field: FormField): FormTab {
  return field === "invited" ? "participants" : "general";
}

/** What stands at the fields: one sentence each, and one for each line of the list of participants. */
export type ShownErrors = {
  readonly fields: Readonly<Partial<Record<FormField, string>>>;
  readonly invited: ReadonlyMap<number, string>;
};

/** Nothing is wrong. */
export const noErrors: ShownErrors = { fields: {}, invited: new Map([]) };

/** What is left when some fields were edited. */
export function withoutFields(errors: ShownErrors, edited: readonly FormField[]): ShownErrors {
  const left = Object.entries(errors.fields).filter(([field]) => !edited.some((one) => one === field));
  return {
    fields: Object.fromEntries(left),
    invited: edited.includes("invited") ? noErrors.invited : errors.invited,
  };
}

const places: readonly (readonly [RegExp, FormField])[] = [
  [/^localStart$/, "startTime"],
  [/^durationMinutes$/, "endTime"],
  [/^rule\.ends/, "until"],
  [/^rule/, "repetition"],
  [/^(?:attendees|participants)/, "invited"],
];

/** The field of the form that a dotted path of the API stands for; the title for what has no place of its own. */
export function fieldOf(path: string): FormField {
  const own = path.replace(/^conference\./, "");
  return (
    places.find(([shape]) => shape.test(own))?.[1] ?? formFields.find((field) => field === own) ?? "title"
  );
}

/** Puts what the server refused to its places. */
export function shownErrors(
  problems: readonly { readonly field: string; readonly message: string }[],
): ShownErrors {
  const fields: Partial<Record<FormField, string>> = {};
  const invited = new Map<number, string>();
  for (const { field, message } of problems) {
    const line = /^(?:attendees|participants)\.(\d+)/.exec(field)?.[1];
    if (line !== undefined) invited.set(Number(line), message);
    else fields[fieldOf(field)] ??= message;
  }
  return { fields, invited };
}

/** The tab with the first thing that is wrong; null when nothing is. */
export function firstTab({ fields, invited }: ShownErrors): FormTab | null {
  const first = formFields.find((field) => fields[field] !== undefined);
  if (first) return tabOf(first);
  return invited.size > 0 ? "participants" : null;
}

/** How many people hear of it by mail: the newly invited, those who stay, those who are not invited any more. */
export type Told = { readonly added: number; readonly kept: number; readonly removed: number };

/** Who hears of what the form does to what stood there before; null before the event exists. GAP-096 */
export function toldOf(form: EventForm, before: EventForm | null): Told {
  const { added, removed } = toldPeople(form, before);
  const kept = before && isVisibleChange(form, before) ? form.invited.length - added : 0;
  return { added, kept, removed };
}

/** How many come onto the list and how many leave it; null before there was one. */
export function toldPeople(
  form: Pick<EventForm, "invited">,
  before: Pick<EventForm, "invited"> | null,
): Omit<Told, "kept"> {
  const earlier = before?.invited ?? [];
  const names = new Set(earlier.map(nameOf));
  const added = form.invited.filter((one) => !names.has(nameOf(one))).length;
  return { added, removed: earlier.length - (form.invited.length - added) };
}

const visibleFields = [
  "title",
  "startDate",
  "startTime",
  "endDate",
  "endTime",
  "timeZone",
  "location",
  "description",
] as const satisfies readonly (keyof EventForm)[];

/** Whether anything changed that stands in an attendee's calendar. */
function isVisibleChange(form: EventForm, before: EventForm): boolean {
  const rule = ({ repetition, startDate }: EventForm) => JSON.stringify(ruleOf(repetition, startDate));
  return visibleFields.some((field) => form[field] !== before[field]) || rule(form) !== rule(before);
}

/** Whether somebody stands on the list already; addresses are compared without case. */
export function isInvited(form: Pick<EventForm, "invited">, candidate: InvitedDraft): boolean {
  return form.invited.some((one) => nameOf(one) === nameOf(candidate));
}

function nameOf(invited: InvitedDraft): string {
  return invited.kind === "person" ? invited.personId : invited.email.toLowerCase();
}
