"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import styles from "./confirm-dialog.module.css";

type Props = {
  readonly title: string;
  readonly text: ReactNode;
  /** What happens, as the button says it. */
  readonly confirm: string;
  /** How nothing happens; has the focus at first. */
  readonly keep: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks before something that cannot be taken back. Escape keeps everything as it is. */
export function ConfirmDialog({ title, text, confirm, keep, onConfirm, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const textId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const handleConfirm = () => {
    onClose();
    onConfirm();
  };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      aria-describedby={textId}
      onClose={onClose}
    >
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <p id={textId} className={styles.text}>
        {text}
      </p>
      <div className={styles.actions}>
        <button type="button" className={styles.keep} onClick={onClose}>
          {keep}
        </button>
        <button type="button" className={styles.confirm} onClick={handleConfirm}>
          {confirm}
        </button>
      </div>
    </dialog>
  );
}
