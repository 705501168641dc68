import Link from "next/link";
import styles from "./plain-page.module.css";

type Action = { readonly label: string } & ({ readonly href: string } | { readonly onPress: () => void });

type Props = {
  readonly title: string;
  readonly text: string;
  readonly note?: string;
  readonly action?: Action;
};

/** A page that has one thing to say and one way to go on. */
export function PlainPage({ title, text, note, action }: Props) {
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.text}>{text}</p>
      {note ? <p className={styles.note}>{note}</p> : null}
      {action ? <ActionButton action={action} /> : null}
    </div>
  );
}

function ActionButton({ action }: { readonly action: Action }) {
  if ("href" in action) {
    return (
      <Link className={styles.action} href={action.href}>
        {action.label}
      </Link>
    );
  }
  return (
    <button type="button" className={styles.action} onClick={action.onPress}>
      {action.label}
    </button>
  );
}
