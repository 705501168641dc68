"use client";

import { type FormEvent, useRef } from "react";
import type { CallProblem } from "#lib/door/call";
import styles from "./account-form.module.css";
import { FormField, PasswordField } from "./form-field.tsx";
import { type FormTexts, typed, useSending } from "./use-sending.ts";

type Texts = FormTexts & {
  readonly name: string;
  readonly password: string;
  readonly action: string;
  readonly sending: string;
  /** Has the placeholder {until}. */
  readonly locked: string;
};

/** User name and password; goes on to `returnTo`, a path of our own. SIG-05, SIG-07, SIG-15 */
export function SignInForm({ returnTo, texts }: { readonly returnTo: string; readonly texts: Texts }) {
  const form = useRef<HTMLFormElement>(null);
  const { isSending, refusal, send } = useSending(texts, (problem) => lockedSentence(problem, texts.locked));
  const handleSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entries = new FormData(event.currentTarget);
    const isDone = await send(async () => {
      const [{ call }, { signIn }] = await loadClient();
      const input = { name: typed(entries, "name"), password: typed(entries, "password") };
      const outcome = await call(signIn, input);
      const isHandedOut = outcome.kind === "passwordChangeRequired";
      // The part behind # stays in the browser: the ticket reaches no log.
      window.location.assign(
        isHandedOut ? `/first-password?returnTo=${encodeURIComponent(returnTo)}#${outcome.ticket}` : returnTo,
      );
    });
    if (!isDone) form.current?.querySelector<HTMLInputElement>("input[name=password]")?.select();
  };
  return (
    <form
      ref={form}
      method="post"
      className={styles.form}
      onSubmit={handleSubmit}
      onFocus={() => void loadClient()}
      noValidate
    >
      {refusal.message ? (
        <p className={styles.refusal} role="alert">
          {refusal.message}
        </p>
      ) : null}
      <FormField
        name="name"
        label={texts.name}
        error={refusal.fields.name}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
      />
      <PasswordField
        name="password"
        label={texts.password}
        error={refusal.fields.password}
        autoComplete="current-password"
        texts={texts}
      />
      <button type="submit" className={styles.action} aria-disabled={isSending}>
        {isSending ? texts.sending : texts.action}
      </button>
    </form>
  );
}

function loadClient() {
  return Promise.all([import("#lib/door/call"), import("#lib/accounts/endpoints")]);
}

/** The server cannot know the zone of somebody who is not signed in; the browser does. GAP-034 */
function lockedSentence(problem: CallProblem, sentence: string): string | undefined {
  const until = new Date(problem.values.until ?? "");
  if (problem.reason !== "accountLocked" || Number.isNaN(until.getTime())) return undefined;
  const format = new Intl.DateTimeFormat(document.documentElement.lang === "de" ? "de-DE" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
  });
  return sentence.replace("{until}", format.format(until));
}
