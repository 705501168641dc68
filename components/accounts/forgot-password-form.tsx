"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import styles from "./account-form.module.css";
import { FormField } from "./form-field.tsx";
import { SubmitButton } from "./submit-button.tsx";
import { type FormTexts, typed, useSending } from "./use-sending.ts";

type Texts = Pick<FormTexts, "offline" | "failed"> & {
  readonly title: string;
  readonly text: string;
  readonly name: string;
  readonly action: string;
  readonly sending: string;
  readonly sentTitle: string;
  readonly sent: string;
  readonly spam: string;
  readonly back: string;
  readonly another: string;
};

/** Asks for the mail with which a forgotten password is replaced; says the same for every name. GAP-029 */
export function ForgotPasswordForm({ texts }: { readonly texts: Texts }) {
  // A new key makes the form ready for another name.
  const [round, setRound] = useState(0);
  const [isSent, setSent] = useState(false);
  if (isSent) {
    const handleAnother = () => {
      setRound(round + 1);
      setSent(false);
    };
    return <Sent texts={texts} onAnother={handleAnother} />;
  }
  return <NameForm key={round} texts={texts} onSent={() => setSent(true)} />;
}

function NameForm({ texts, onSent }: { readonly texts: Texts; readonly onSent: () => void }) {
  const { isSending, refusal, send } = useSending(texts);
  const handleSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = typed(new FormData(event.currentTarget), "name");
    const isDone = await send(async () => {
      const [{ call }, { requestPasswordReset }] = await Promise.all([
        import("#lib/door/call"),
        import("#lib/accounts/passwords/links/endpoints"),
      ]);
      await call(requestPasswordReset, { name });
    });
    if (isDone) onSent();
  };
  return (
    <>
      <h1 className={styles.title}>{texts.title}</h1>
      <p className={styles.lead}>{texts.text}</p>
      <form method="post" className={styles.form} onSubmit={handleSubmit} noValidate>
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
        <SubmitButton isSending={isSending} texts={texts} />
      </form>
      <BackToSignIn texts={texts} />
    </>
  );
}

function Sent({ texts, onAnother }: { readonly texts: Texts; readonly onAnother: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {texts.sentTitle}
      </h1>
      <p className={styles.lead}>{texts.sent}</p>
      <p className={styles.after}>{texts.spam}</p>
      <div className={styles.again}>
        <button type="button" className={styles.quietAction} onClick={onAnother}>
          {texts.another}
        </button>
      </div>
      <BackToSignIn texts={texts} />
    </>
  );
}

function BackToSignIn({ texts }: { readonly texts: Texts }) {
  return (
    <p className={styles.after}>
      <a href="/sign-in" className={styles.link}>
        {texts.back}
      </a>
    </p>
  );
}
