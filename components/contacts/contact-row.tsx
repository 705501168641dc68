import { IconMail } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Avatar } from "#components/ui/avatar";
import type { ContactPerson } from "#lib/contacts/schema";
import styles from "./contact-row.module.css";

type Props = {
  /** Null for an address of which nothing else is known. */
  readonly person: ContactPerson | null;
  readonly title: string;
  readonly subtitle?: string;
  readonly message: string | null;
  readonly note: ReactNode;
  readonly children?: ReactNode;
};

/** One line of a list: who, what was written, when, and what can be done. RFC-15 */
export function ContactRow({ person, title, subtitle, message, note, children }: Props) {
  return (
    <li className={styles.row}>
      <span className={styles.picture}>
        {person ? (
          <Avatar id={person.id} name={person.name} avatarId={person.avatarId} size="40px" />
        ) : (
          <span className={styles.mail}>
            <IconMail size={20} stroke={1.5} aria-hidden />
          </span>
        )}
      </span>
      <div className={styles.words}>
        <h2 className={styles.title}>
          {title} {subtitle ? <span className={styles.subtitle}>{subtitle}</span> : null}
        </h2>
        {message ? <p className={styles.message}>{message}</p> : null}
        <div className={styles.note}>{note}</div>
      </div>
      {children ? <div className={styles.actions}>{children}</div> : null}
    </li>
  );
}
