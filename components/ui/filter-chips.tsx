import Link from "next/link";
import styles from "./filter-chips.module.css";

type Chip = { readonly href: string; readonly text: string; readonly isChosen: boolean };

type Props = { readonly label: string; readonly chips: readonly Chip[] };

/** Ways to narrow a list, one of them chosen; the choice stands in the address. */
export function FilterChips({ label, chips }: Props) {
  return (
    <nav aria-label={label} className={styles.chips}>
      {chips.map(({ href, text, isChosen }) => (
        <Link key={href} href={href} className={styles.chip} aria-current={isChosen ? "true" : undefined}>
          {text}
        </Link>
      ))}
    </nav>
  );
}
