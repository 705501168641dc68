import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./conference-page.module.css";

type Props = {
  readonly title: string;
  readonly text: string;
  readonly note?: string;
  readonly actions: readonly { readonly href: string; readonly label: string }[];
  readonly header: ReactNode;
  readonly children?: ReactNode;
};

/** Why the door is shut, and what to do about it. */
export function NotAdmitted({ title, text, note, actions, header, children }: Props) {
  return (
    <div className={styles.page}>
      {header}
      <main className={styles.content}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.text}>{text}</p>
        {note ? <p className={styles.note}>{note}</p> : null}
        <div className={styles.actions}>
          {actions.map(({ href, label }, index) => (
            <Link key={href} href={href} className={index === 0 ? styles.action : styles.other}>
              {label}
            </Link>
          ))}
        </div>
        {children}
      </main>
    </div>
  );
}
