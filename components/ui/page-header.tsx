import type { ReactNode } from "react";
import styles from "./page-header.module.css";

type Props = {
  readonly title: string;
  /** One quiet line below the title. */
  readonly note?: ReactNode;
  /** The page's main action, at most two buttons. */
  readonly children?: ReactNode;
};

/** The top line of every page: its title, and what it is there for. */
export function PageHeader({ title, note, children }: Props) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        {note ? <div className={styles.note}>{note}</div> : null}
      </div>
      {children ? <div className={styles.actions}>{children}</div> : null}
    </header>
  );
}
