"use client";

import { type InputHTMLAttributes, useId, useState } from "react";
import styles from "./account-form.module.css";

type Props = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | "type"
  | "autoComplete"
  | "autoFocus"
  | "value"
  | "onChange"
  | "onBlur"
  | "spellCheck"
  | "autoCapitalize"
  | "readOnly"
  | "inputMode"
  | "placeholder"
> & {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly error?: string;
  /** Sign after the label of a field that has to be filled in, where a form also has others. */
  readonly mark?: string;
  readonly isOptional?: boolean;
};

/** One labelled input with its help and its error. Keeps what was typed. */
export function FormField({ label, help, error, mark, isOptional = false, ...input }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <Label id={id} label={label} mark={mark} />
      <input {...input} {...described(id, { help, error })} className={styles.input} required={!isOptional} />
      <Notes id={id} help={help} error={error} />
    </div>
  );
}

type PasswordProps = Pick<
  Props,
  "name" | "label" | "help" | "error" | "autoComplete" | "autoFocus" | "onBlur" | "mark"
> & {
  readonly texts: { readonly showPassword: string; readonly hidePassword: string };
};

/** A password with a button that shows it. */
export function PasswordField({ label, help, error, mark, texts, ...input }: PasswordProps) {
  const id = useId();
  const [isShown, setShown] = useState(false);
  return (
    <div className={styles.field}>
      <Label id={id} label={label} mark={mark} />
      <div className={styles.box}>
        <input
          {...input}
          {...described(id, { help, error })}
          type={isShown ? "text" : "password"}
          className={`${styles.input} ${styles.withButton}`}
          spellCheck={false}
          autoCapitalize="none"
          required
        />
        <button
          type="button"
          className={styles.show}
          aria-label={isShown ? texts.hidePassword : texts.showPassword}
          aria-pressed={isShown}
          aria-controls={id}
          onClick={() => setShown(!isShown)}
        >
          <Eye isClosed={isShown} />
        </button>
      </div>
      <Notes id={id} help={help} error={error} />
    </div>
  );
}

type LabelProps = { readonly id: string; readonly label: string; readonly mark?: string };

/** The sign stands beside the label and not in it: who hears the label hears that the field is required. */
function Label({ id, label, mark }: LabelProps) {
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {mark ? (
        <span className={styles.mark} aria-hidden="true">
          {mark}
        </span>
      ) : null}
    </div>
  );
}

function Notes({
  id,
  help,
  error,
}: {
  readonly id: string;
  readonly help?: string;
  readonly error?: string;
}) {
  return (
    <>
      {error ? (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      ) : null}
      {help ? (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      ) : null}
    </>
  );
}

function described(id: string, { help, error }: { readonly help?: string; readonly error?: string }) {
  const notes = [error ? `${id}-error` : "", help ? `${id}-help` : ""].filter(Boolean).join(" ");
  return { id, "aria-invalid": error !== undefined, "aria-describedby": notes || undefined };
}

function Eye({ isClosed }: { readonly isClosed: boolean }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <path d="M3 12c2.5-4.5 5.5-6.5 9-6.5s6.5 2 9 6.5c-2.5 4.5-5.5 6.5-9 6.5S5.5 16.5 3 12Z" />
      <circle cx="12" cy="12" r="2.8" />
      {isClosed ? <path d="M4 20 20 4" /> : null}
    </svg>
  );
}
