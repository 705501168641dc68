"use client";

import { useEffect, useRef } from "react";
import styles from "./join-field.module.css";

type Props = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly inputMode: "numeric" | "text";
  readonly autoComplete: string;
  readonly maxLength: number;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Something that has to be typed before joining; what is wrong with it stands below it. */
export function JoinField({ id, label, hint, error, value, onChange, ...input }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error !== undefined) field.current?.select();
  }, [error]);
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        {...input}
        ref={field}
        id={id}
        required
        className={styles.input}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p
        id={`${id}-note`}
        className={styles.note}
        data-error={error !== undefined || undefined}
        aria-live="polite"
      >
        {error ?? hint}
      </p>
    </div>
  );
}
