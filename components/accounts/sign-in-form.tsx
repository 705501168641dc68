"use client";

import { type FormEvent, useRef, useState } from "react";
import styles from "./account-form.module.css";
import { type AgainTexts, SendAgain } from "./activation-again.tsx";
import { FormField, PasswordField } from "./form-field.tsx";
import { lockedSentence } from "./locked-sentence.ts";
import { addressAfter } from "./sign-in-steps.ts";
import { SubmitButton } from "./submit-button.tsx";
import { type FormTexts, typed, useSending } from "./use-sending.ts";

type Texts = FormTexts &
  AgainTexts & {
    readonly name: string;
    readonly password: string;
    readonly action: string;
    readonly sending: string;
    readonly forgot: string;
    /** Has the placeholder {until}. */
    readonly locked: string;
    readonly againByAddress: string;
  };

/** User name and password; goes on to the next step, and at last to `returnTo`, a path of our own. SIG-05, SIG-07, SIG-15 */
export function SignInForm({ returnTo, texts }: { readonly returnTo: string; readonly texts: Texts }) {
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState("");
  const { isSending, refusal, send } = useSending(texts, (problem) => lockedSentence(problem, texts.locked));
  const handleSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entries = new FormData(event.currentTarget);
    const name = typed(entries, "name");
    setTried(name.trim());
    const isDone = await send(async () => {
      const [{ call }, { signIn }] = await loadClient();
      const outcome = await call(signIn, { name, password: typed(entries, "password") });
      window.location.assign(addressAfter(outcome, returnTo));
    });
    if (!isDone) form.current?.querySelector<HTMLInputElement>("input[name=password]")?.select();
  };
  return (
    <>
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
        <SubmitButton isSending={isSending} texts={texts} />
        <a href="/forgot-password" className={styles.link}>
          {texts.forgot}
        </a>
      </form>
      {refusal.reason === "accountNotActivated" ? <NotActivated name={tried} texts={texts} /> : null}
    </>
  );
}

/** The way to another activation mail, once the password was right. ACC-18, GAP-027 */
function NotActivated({ name, texts }: { readonly name: string; readonly texts: Texts }) {
  if (!name.includes("@")) return <p className={styles.after}>{texts.againByAddress}</p>;
  return <SendAgain key={name} onSend={() => sendActivation(name)} texts={texts} />;
}

async function sendActivation(email: string): Promise<void> {
  const [{ call }, { resendActivation }] = await Promise.all([
    import("#lib/door/call"),
    import("#lib/accounts/registration/endpoints"),
  ]);
  await call(resendActivation, { email });
}

function loadClient() {
  return Promise.all([import("#lib/door/call"), import("#lib/accounts/endpoints")]);
}
