import type { ReactNode } from "react";
import styles from "./settings-section.module.css";

type Props = { readonly title: string; readonly note?: string; readonly children: ReactNode };

/** One subject of the settings, with its name beside it. */
export function SettingsSection({ title, note, children }: Props) {
  return (
    <section className={styles.section}>
      <div>
        <h2 className={styles.title}>{title}</h2>
        {note ? <p className={styles.note}>{note}</p> : null}
      </div>
      <div className={styles.content}>{children}</div>
    </section>
  );
}
