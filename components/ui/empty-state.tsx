import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

/** Says what will be here, and gives the one button that makes the first. */
export function EmptyState({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.text}>{text}</p>
      {children}
    </div>
  );
}
