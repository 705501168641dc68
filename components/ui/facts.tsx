import type { ReactNode } from "react";
import styles from "./facts.module.css";

/** A quiet list of names and values in two columns. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

type FactProps = {
  readonly name: string;
  readonly children: ReactNode;
  /** A button that belongs to the value. */
  readonly action?: ReactNode;
};

/** One line of the list. What does not apply is left out whole, name and all. */
export function Fact({ name, children, action }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>
        <span className={styles.text}>{children}</span>
        {action}
      </dd>
    </div>
  );
}
