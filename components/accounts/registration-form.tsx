"use client";

import { type FocusEvent, type FormEvent, useRef, useState } from "react";
import { type Entries, type EntryProblem, entryProblems } from "#lib/accounts/registration/entry-problems";
import { isLocale } from "#lib/shared/context";
import styles from "./account-form.module.css";
import { RegistrationFields, type RegistrationFieldTexts } from "./registration-fields.tsx";
import { keepRegistered } from "./registration-memory.ts";
import { SubmitButton } from "./submit-button.tsx";
import { type FormTexts, useSending } from "./use-sending.ts";

/** Everything the form says. */
export type RegistrationTexts = FormTexts &
  RegistrationFieldTexts & {
    readonly requiredNote: string;
    readonly problems: Readonly<Record<EntryProblem, string>>;
    readonly action: string;
    readonly sending: string;
  };

/** What is sent besides the names, the address and the password. */
export type Registering = {
  readonly entries: Entries;
  readonly timeZone: string | undefined;
  readonly locale: "en" | "de" | undefined;
};

type Props = {
  readonly kind: "personal" | "organization";
  readonly minPasswordLength: number;
  /** The address that a mailed link is for; without it, it is typed. RFC-28 */
  readonly fixedEmail?: string;
  readonly texts: RegistrationTexts;
  readonly onRegister: (registering: Registering) => Promise<void>;
};

/** Makes an account; keeps what was typed when something is wrong, and says it at the field. ACC-03..09, GAP-022, GAP-025 */
export function RegistrationForm({ kind, minPasswordLength, fixedEmail, texts, onRegister }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const { isSending, refusal, send } = useSending(texts);
  const { problems, handleBlur, check } = useProblems(kind, minPasswordLength);
  const handleSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entries = entriesOf(event.currentTarget);
    const isDone =
      check(entries) &&
      (await send(async () => {
        await onRegister({ entries, ...(await placeAndLanguage()) });
        keepRegistered(entries.email ?? "");
        window.location.assign("/register/sent");
      }));
    if (!isDone) focusRefused(form.current);
  };
  const errors = { ...refusal.fields, ...worded(problems, texts.problems) };
  return (
    <form
      ref={form}
      method="post"
      className={styles.form}
      onSubmit={handleSubmit}
      onBlur={handleBlur}
      noValidate
    >
      {refusal.message ? (
        <p className={styles.refusal} role="alert">
          {refusal.message}
        </p>
      ) : null}
      <p className={styles.help}>{texts.requiredNote}</p>
      <RegistrationFields kind={kind} fixedEmail={fixedEmail} errors={errors} texts={texts} />
      <SubmitButton isSending={isSending} texts={texts} />
    </form>
  );
}

const requiredByAll = ["firstName", "lastName", "email", "password", "repeat"];

/** What is wrong is said when a field is left, and of all fields when the form is sent. */
function useProblems(kind: Props["kind"], minPasswordLength: number) {
  const [problems, setProblems] = useState<Readonly<Record<string, EntryProblem>>>({});
  const required = [...(kind === "organization" ? ["organizationName"] : []), ...requiredByAll];
  const check = (entries: Entries): boolean => {
    const found = entryProblems(entries, { required, minPasswordLength });
    setProblems(found);
    return Object.keys(found).length === 0;
  };
  const handleBlur = ({ target, currentTarget, relatedTarget }: FocusEvent<HTMLFormElement>) => {
    // A sentence that appears while a button is pressed would push the button away.
    if (relatedTarget instanceof HTMLButtonElement) return;
    const entries = entriesOf(currentTarget);
    const found = entryProblems(entries, { required, minPasswordLength });
    const left = target.name === "password" ? ["password", "repeat"] : [String(target.name)];
    setProblems((before) => ({
      ...Object.fromEntries(Object.entries(before).filter(([name]) => !left.includes(name))),
      // What is still empty may be filled in later.
      ...Object.fromEntries(Object.entries(found).filter(([name]) => left.includes(name) && entries[name])),
    }));
  };
  return { problems, handleBlur, check };
}

/** Leads to the first refused field once it is marked. */
function focusRefused(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLInputElement>("[aria-invalid=true]")?.focus());
}

function worded(
  problems: Readonly<Record<string, EntryProblem>>,
  sentences: Readonly<Record<EntryProblem, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(problems).map(([name, problem]) => [name, sentences[problem]]));
}

function entriesOf(form: HTMLFormElement): Entries {
  const typed = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return Object.fromEntries(typed);
}

/** The zone of the browser and the language of the page. */
async function placeAndLanguage(): Promise<Pick<Registering, "timeZone" | "locale">> {
  const { isTimeZone } = await import("#lib/shared/time");
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { lang } = document.documentElement;
  return {
    timeZone: isTimeZone(timeZone) ? timeZone : undefined,
    locale: isLocale(lang) ? lang : undefined,
  };
}
