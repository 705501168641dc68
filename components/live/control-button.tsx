"use client";

import type { ReactNode } from "react";
import styles from "./control-bar.module.css";

type Props = {
  readonly label: string;
  /** Key that does the same. */
  readonly shortcut?: string;
  readonly isPressed?: boolean;
  /** How it stands out: something of the person's own is off, or goes on. */
  readonly tone?: "off" | "active";
  readonly isBusy?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
};

/** A round button of the control bar; what it does is said on hover, on focus and by screen readers. */
export function ControlButton({ label, shortcut, isPressed, tone, isBusy, onPress, children }: Props) {
  return (
    <button
      type="button"
      className={styles.control}
      aria-pressed={isPressed}
      aria-keyshortcuts={shortcut}
      aria-busy={isBusy || undefined}
      data-tone={tone}
      onClick={onPress}
    >
      {children}
      <span className={styles.hint}>
        {label}
        {shortcut ? (
          <kbd className={styles.key} aria-hidden>
            {shortcut}
          </kbd>
        ) : null}
      </span>
    </button>
  );
}
