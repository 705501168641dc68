"use client";

import { Button, Tabs } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef } from "react";
import { useFirstErrorFocus } from "../ui/use-first-error-focus.ts";
import { ConferenceFields } from "./conference-fields.tsx";
import type { EventForm as EventFormValues } from "./event-draft.ts";
import styles from "./event-form.module.css";
import { FormProblem } from "./form-problem.tsx";
import { type FormTab, tabOf, toldOf } from "./form-problems.ts";
import { MailSummary } from "./mail-summary.tsx";
import { ParticipantsFields } from "./participants-fields.tsx";
import { RepetitionFields } from "./repetition-fields.tsx";
import { TextFields, TitleField } from "./text-fields.tsx";
import { TimeFields } from "./time-fields.tsx";
import { TimeSentence } from "./time-sentence.tsx";
import { type FormPurpose, useEventForm } from "./use-event-form.ts";

export type OrganizerView = {
  readonly personId: string;
  readonly name: string;
  readonly avatarId: string | null;
};

type Props = {
  readonly purpose: FormPurpose;
  readonly initial: EventFormValues;
  readonly organizer: OrganizerView;
  readonly servedAt: string;
};

/** Schedules or changes a meeting: General and Participants, and the button that does it at the end. GAP-086, CAL-09..11 */
export function EventForm({ purpose, initial, organizer, servedAt }: Props) {
  const t = useTranslations("meetings.form");
  const state = useEventForm(purpose, initial);
  const { form, edit, errors, tab, setTab, isSubmitting } = state;
  const isSeries = purpose.kind !== "occurrence";
  const root = useRef<HTMLFormElement>(null);
  useFirstErrorFocus(root, state.attention);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSubmitting) void state.handleSubmit();
  };
  const told = toldOf(form, purpose.kind === "create" ? null : initial);
  const hasErrors = (name: FormTab) =>
    Object.keys(errors.fields).length > 0 && Object.keys(errors.fields).some((field) => isOn(name, field));
  return (
    <form ref={root} className={styles.form} onSubmit={handleSubmit} noValidate>
      <TitleField form={form} edit={edit} errors={errors} />
      <Tabs value={tab} onChange={(next) => setTab(next === "participants" ? "participants" : "general")}>
        {isSeries ? (
          <Tabs.List aria-label={t("tabs.label")} className={styles.tabs}>
            <FormTabButton name="general" label={t("tabs.general")} hasErrors={hasErrors("general")} />
            <FormTabButton
              name="participants"
              label={
                form.invited.length > 0
                  ? t("tabs.withCount", { name: t("tabs.participants"), count: form.invited.length })
                  : t("tabs.participants")
              }
              hasErrors={hasErrors("participants") || errors.invited.size > 0}
            />
          </Tabs.List>
        ) : null}
        <Tabs.Panel value="general" className={styles.panel}>
          <TimeFields form={form} edit={edit} errors={errors} isZoneFixed={!isSeries} />
          {isSeries ? <RepetitionFields form={form} edit={edit} errors={errors} /> : null}
          <TimeSentence form={form} servedAt={servedAt} hasRule={isSeries} />
          <TextFields form={form} edit={edit} errors={errors} />
          {isSeries ? <ConferenceFields form={form} edit={edit} errors={errors} /> : null}
        </Tabs.Panel>
        {isSeries ? (
          <Tabs.Panel value="participants" className={styles.panel}>
            <ParticipantsFields form={form} edit={edit} errors={errors} organizer={organizer} />
          </Tabs.Panel>
        ) : null}
      </Tabs>
      <FormProblem state={state} purpose={purpose} />
      <MailSummary form={form} told={told} purpose={purpose} servedAt={servedAt} />
      <div className={styles.end}>
        <Button component={Link} href="/meetings" variant="default">
          {t("discard")}
        </Button>
        <SubmitButton
          purpose={purpose}
          count={told.added + told.kept + told.removed}
          isSubmitting={isSubmitting}
        />
      </div>
    </form>
  );
}

function isOn(tab: FormTab, field: string): boolean {
  return (field === "invited" ? tabOf("invited") : "general") === tab && field !== "title";
}

function FormTabButton({
  name,
  label,
  hasErrors,
}: {
  readonly name: FormTab;
  readonly label: string;
  readonly hasErrors: boolean;
}) {
  const t = useTranslations("meetings.form.tabs");
  return (
    <Tabs.Tab value={name} aria-label={hasErrors ? t("withErrors", { name: label }) : undefined}>
      {label}
      {hasErrors ? <span className={styles.mark} aria-hidden /> : null}
    </Tabs.Tab>
  );
}

type SubmitProps = { readonly purpose: FormPurpose; readonly count: number; readonly isSubmitting: boolean };

/** Says what will happen, and to how many. CAL-11 */
function SubmitButton({ purpose, count, isSubmitting }: SubmitProps) {
  const t = useTranslations("meetings.form");
  const words =
    purpose.kind === "create" ? (["create", "createAndInvite"] as const) : (["save", "saveAndTell"] as const);
  return (
    <Button type="submit" loading={isSubmitting}>
      {count === 0 ? t(words[0]) : t(words[1], { count })}
    </Button>
  );
}
