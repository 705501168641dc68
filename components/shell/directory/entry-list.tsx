import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import { DirectoryIcon } from "./directory-icon.tsx";
import type { DirectoryKey, SettingsKey } from "./entries.ts";
import styles from "./entry-list.module.css";

type Row = {
  readonly key: DirectoryKey | SettingsKey;
  readonly href: string;
  readonly name: string;
  readonly text: string;
};

/** Ways on, one below the other, each with what is behind it. */
export function EntryList({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ul className={styles.list}>
      {rows.map(({ key, href, name, text }) => (
        <li key={key} className={styles.item}>
          <Link href={href} className={styles.row}>
            <span className={styles.sign}>
              <DirectoryIcon of={key} />
            </span>
            <span className={styles.words}>
              <span className={styles.name}>{name}</span>
              <span className={styles.text}>{text}</span>
            </span>
            <IconChevronRight className={styles.on} size={18} stroke={1.5} aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  );
}
