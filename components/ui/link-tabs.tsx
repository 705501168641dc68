import Link from "next/link";
import styles from "./link-tabs.module.css";

type LinkTab = {
  readonly href: string;
  readonly text: string;
  readonly isCurrent: boolean;
  /** How much is behind it; nothing is said without it. */
  readonly count?: number;
};

type Props = { readonly label: string; readonly tabs: readonly LinkTab[] };

/** Parts of one thing beside each other, each with an address of its own. */
export function LinkTabs({ label, tabs }: Props) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map(({ href, text, isCurrent, count }) => (
        <Link key={href} href={href} className={styles.tab} aria-current={isCurrent ? "page" : undefined}>
          {text}
          {count === undefined ? null : <span className={styles.count}>{count}</span>}
        </Link>
      ))}
    </nav>
  );
}
