"use client";

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./toggle-buttons.module.css";

type Props<Value extends string> = {
  /** What is chosen among. */
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly icon?: ReactNode }[];
  /** Null while nothing is chosen. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
};

/** A few ways to look at the same thing, side by side; the pressed one is in use. */
export function ToggleButtons<Value extends string>({ name, options, value, onChange }: Props<Value>) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.name}>{name}</legend>
      <Button.Group>
        {options.map((option) => (
          <Button
            key={option.value}
            variant="default"
            aria-pressed={option.value === value}
            leftSection={option.icon}
            onClick={() => onChange(option.value)}
          >
            {option.label}
          </Button>
        ))}
      </Button.Group>
    </fieldset>
  );
}
