import type { ReactNode } from "react";
import styles from "./late.module.css";

/** Shows a skeleton only when the real thing takes longer than a moment. */
export function Late({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.late} role="status" aria-label={label}>
      {children}
    </div>
  );
}
