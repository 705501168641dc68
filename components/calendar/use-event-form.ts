"use client";

import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useSubmit } from "#components/ui/use-submit";
import { changeEvent, changeOccurrence, getEvent, scheduleEvent } from "#lib/calendar/endpoints";
import type { EventView } from "#lib/calendar/schema";
import { CallProblem, call } from "#lib/door/call";
import type { LocalDateTime } from "#lib/shared/time";
import { ask } from "../ui/ask.tsx";
import { randomKey } from "../ui/random-key.ts";
import { useLeaveGuard } from "../ui/use-leave-guard.ts";
import { hrefWith } from "./calendar-address.ts";
import {
  type EventForm,
  eventDraftOf,
  type FormError,
  type FormErrors,
  type FormField,
  occurrenceChangeOf,
} from "./event-draft.ts";
import {
  type FormTab,
  firstTab,
  noErrors,
  type ShownErrors,
  shownErrors,
  withoutFields,
} from "./form-problems.ts";

/** What the form is for. */
export type FormPurpose =
  | { readonly kind: "create" }
  | { readonly kind: "change"; readonly event: EventView }
  | { readonly kind: "occurrence"; readonly event: EventView; readonly at: LocalDateTime };

export type FormEdit = (change: (form: EventForm) => EventForm, fields: readonly FormField[]) => void;

/** State and steps of the form: what was typed is kept whatever happens, and a double press makes one event. */
export function useEventForm(purpose: FormPurpose, initial: EventForm) {
  const t = useTranslations("meetings.form");
  const router = useRouter();
  const { submit, isSubmitting, problem } = useSubmit({ toastProblems: false });
  const [form, setForm] = useState(initial);
  const [tab, setTab] = useState<FormTab>("general");
  const [wasTried, setTried] = useState(false);
  const [refused, setRefused] = useState<ShownErrors>(noErrors);
  const [attention, setAttention] = useState(0);
  const [key] = useState(randomKey);
  const [sequence, setSequence] = useState(purpose.kind === "create" ? 0 : purpose.event.sequence);
  const isDirty = useMemo(() => JSON.stringify(form) !== JSON.stringify(initial), [form, initial]);
  const release = useLeaveGuard(isDirty, (leave) =>
    ask({
      title: t("leave.title"),
      text: t("leave.text"),
      keep: t("leave.keep"),
      choices: [{ label: t("leave.leave"), isGrave: true, onChosen: leave }],
    }),
  );

  const checked = checkedOf(purpose, form);
  const own = wasTried && checked.kind === "incomplete" ? checked.errors : {};
  const errors = merged(own, refused, (error) => t(`errors.${error}`));

  const edit: FormEdit = (change, fields) => {
    setForm(change);
    setRefused((before) => withoutFields(before, fields));
  };
  const point = (shown: ShownErrors) => {
    const first = firstTab(shown);
    if (first) setTab(first);
    setAttention((before) => before + 1);
  };
  const handleSubmit = async () => {
    setTried(true);
    if (checked.kind === "incomplete") return point(merged(checked.errors, noErrors, (error) => error));
    await submit(async () => {
      const event = await sent({ purpose, form, key, sequence }).catch((error: unknown) => {
        if (error instanceof CallProblem) {
          const shown = shownErrors(error.fields);
          setRefused(shown);
          point(shown);
        }
        throw error;
      });
      release();
      notifications.show({ message: purpose.kind === "create" ? t("created") : t("saved") });
      router.replace(cardHref(purpose, event, form));
    });
  };
  const overwrite = () =>
    submit(async () => {
      if (purpose.kind === "create") return;
      setSequence((await call(getEvent, { eventId: purpose.event.id })).sequence);
    });
  const hasConflict = problem?.code === "conflict" && problem.reason === "eventChangedMeanwhile";
  return {
    form,
    edit,
    errors,
    tab,
    setTab,
    attention,
    handleSubmit,
    isSubmitting,
    problem,
    hasConflict,
    overwrite,
  };
}

function checkedOf(purpose: FormPurpose, form: EventForm) {
  return purpose.kind === "occurrence" ? occurrenceChangeOf(form, purpose) : eventDraftOf(form);
}

async function sent(sending: {
  readonly purpose: FormPurpose;
  readonly form: EventForm;
  readonly key: string;
  readonly sequence: number;
}): Promise<EventView> {
  const { purpose, form, key, sequence } = sending;
  const options = { idempotencyKey: key };
  if (purpose.kind === "occurrence") {
    const checked = occurrenceChangeOf(form, purpose);
    if (checked.kind === "incomplete") throw new Error("sent before it was complete");
    return call(changeOccurrence, checked.input, options);
  }
  const checked = eventDraftOf(form);
  if (checked.kind === "incomplete") throw new Error("sent before it was complete");
  if (purpose.kind === "create") return call(scheduleEvent, checked.input, options);
  return call(changeEvent, { ...checked.input, eventId: purpose.event.id, sequence }, options);
}

/** The calendar on the day of what was edited, with its card; of a whole series that is the next one. CAL-12 */
function cardHref(purpose: FormPurpose, event: EventView, form: EventForm): string {
  const next = event.nextOccurrence?.originalLocalStart ?? event.localStart;
  const at = purpose.kind === "occurrence" ? purpose.at : next;
  const date = purpose.kind === "occurrence" ? form.startDate : next.slice(0, 10);
  return hrefWith({ path: "/meetings", query: "" }, { date, event: event.id, at: event.rule ? at : null });
}

function merged(own: FormErrors, refused: ShownErrors, say: (error: FormError) => string): ShownErrors {
  const said = Object.entries(own).map(([field, error]) => [field, say(error)]);
  return { fields: { ...refused.fields, ...Object.fromEntries(said) }, invited: refused.invited };
}
