"use client";

import { type FormEvent, useCallback, useEffect, useState } from "react";
import type { PasswordLinkView } from "#lib/accounts/passwords/schema";
import styles from "./account-form.module.css";
import { PasswordField } from "./form-field.tsx";
import { SubmitButton } from "./submit-button.tsx";
import { useSecretInAddress } from "./use-secret-in-address.ts";
import { type FormTexts, typed, useSending } from "./use-sending.ts";

type Texts = FormTexts & {
  readonly title: string;
  readonly text: string;
  readonly username: string;
  readonly password: string;
  readonly rule: string;
  readonly action: string;
  readonly sending: string;
  readonly checking: string;
  readonly signIn: string;
  readonly deadTitle: string;
  readonly used: string;
  readonly replaced: string;
  readonly expired: string;
  readonly unknown: string;
  readonly askAgain: string;
  readonly retry: string;
};

type Kind = "reset" | "first";
type Found =
  | PasswordLinkView
  | { readonly state: "unknown" }
  | { readonly state: "refused"; readonly message: string };
type Props = { readonly kind: Kind; readonly texts: Texts };

/** Chooses a password by the link of a mail, whose secret stands behind # in the address. GAP-029, GAP-061 */
export function ResetPasswordPage({ kind, texts }: Props) {
  const secret = useSecretInAddress();
  const { offline, failed } = texts;
  const [found, setFound] = useState<Found>();
  const look = useCallback(() => {
    setFound(undefined);
    void lookAt({ kind, secret: window.location.hash.slice(1), offline, failed }).then(setFound);
  }, [kind, offline, failed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another secret in the address is another link
  useEffect(look, [look, secret]);
  if (!found) {
    return (
      <div role="status">
        <h1 className={styles.title}>{texts.title}</h1>
        <p className={styles.lead}>{texts.checking}</p>
      </div>
    );
  }
  switch (found.state) {
    case "open":
      return <ChooseForm {...{ kind, secret, texts }} username={found.username ?? ""} onDead={look} />;
    case "refused":
      return <Refused message={found.message} texts={texts} onRetry={look} />;
    default:
      return <DeadLink text={texts[found.state]} texts={texts} />;
  }
}

type ChooseProps = Props & {
  readonly secret: string;
  readonly username: string;
  readonly onDead: () => void;
};

function ChooseForm({ kind, secret, username, texts, onDead }: ChooseProps) {
  const { isSending, refusal, send } = useSending(texts, (problem) => {
    if (problem.code === "not_found") onDead();
    return undefined;
  });
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = typed(new FormData(event.currentTarget), "password");
    void send(async () => {
      const [{ call }, { choosePasswordByLink }] = await loadClient();
      await call(choosePasswordByLink, { kind, secret, password });
      window.location.replace("/sign-in?note=passwordSet");
    });
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
        <UsernameField username={username} label={texts.username} />
        <PasswordField
          name="password"
          label={texts.password}
          help={texts.rule}
          error={refusal.fields.password}
          autoComplete="new-password"
          texts={texts}
          autoFocus
        />
        <SubmitButton isSending={isSending} texts={texts} />
      </form>
    </>
  );
}

/** Says whose password it is, to the reader and to the browser's password list. */
function UsernameField({ username, label }: { readonly username: string; readonly label: string }) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor="username">
        {label}
      </label>
      <input
        id="username"
        name="username"
        className={styles.input}
        value={username}
        autoComplete="username"
        readOnly
      />
    </div>
  );
}

type RefusedProps = { readonly message: string; readonly texts: Texts; readonly onRetry: () => void };

function Refused({ message, texts, onRetry }: RefusedProps) {
  return (
    <>
      <h1 className={styles.title}>{texts.title}</h1>
      <p className={styles.lead} role="alert">
        {message}
      </p>
      <div className={styles.again}>
        <button type="button" className={styles.quietAction} onClick={onRetry}>
          {texts.retry}
        </button>
      </div>
    </>
  );
}

function DeadLink({ text, texts }: { readonly text: string; readonly texts: Texts }) {
  return (
    <>
      <div role="status">
        <h1 className={styles.title}>{texts.deadTitle}</h1>
        <p className={styles.lead}>{text}</p>
      </div>
      <div className={styles.ways}>
        <a href="/forgot-password" className={styles.link}>
          {texts.askAgain}
        </a>
        <a href="/sign-in" className={styles.link}>
          {texts.signIn}
        </a>
      </div>
    </>
  );
}

async function lookAt(link: {
  readonly kind: Kind;
  readonly secret: string;
  readonly offline: string;
  readonly failed: string;
}): Promise<Found> {
  const loaded = await loadClient().catch(() => null);
  if (!loaded) return { state: "refused", message: link.offline };
  const [{ call, CallProblem }, { readPasswordLink }] = loaded;
  try {
    return await call(readPasswordLink, { kind: link.kind, secret: link.secret });
  } catch (error) {
    if (!(error instanceof CallProblem)) throw error;
    // A secret cut short by a mail program is refused as input.
    if (error.code === "not_found" || error.code === "invalid_input") return { state: "unknown" };
    return {
      state: "refused",
      message: error.code === "offline" ? link.offline : error.message || link.failed,
    };
  }
}

function loadClient() {
  return Promise.all([import("#lib/door/call"), import("#lib/accounts/passwords/links/endpoints")]);
}
