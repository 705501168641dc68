import type { EventForm, FormField } from "./event-draft.ts";
import type { ShownErrors } from "./form-problems.ts";
import type { FormEdit } from "./use-event-form.ts";

/** What of a form is about the conference; the form of a room has the same. */
export type ConferencePart = Pick<EventForm, "access" | "mode" | "pin" | "isRecordingPlanned">;

/** What of a form is about its people. */
export type InvitedPart = Pick<EventForm, "invited">;

/** What a part is handed that stands in more than one form. */
export type SharedFieldsProps<Form> = {
  readonly form: Form;
  readonly edit: (change: (form: Form) => Form, fields: readonly FormField[]) => void;
  readonly errors: ShownErrors;
};

/** What every part of the form is handed. */
export type FieldsProps = { readonly form: EventForm; readonly edit: FormEdit; readonly errors: ShownErrors };
