import type { EventForm } from "./event-draft.ts";
import type { ShownErrors } from "./form-problems.ts";
import type { FormEdit } from "./use-event-form.ts";

/** What every part of the form is handed. */
export type FieldsProps = { readonly form: EventForm; readonly edit: FormEdit; readonly errors: ShownErrors };
