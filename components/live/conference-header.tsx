import Link from "next/link";
import { Sign } from "#components/shell/sign";
import styles from "./conference-page.module.css";

/** The name sign above the pages of a conference, the way back to the portal. */
export function ConferenceHeader({ href }: { readonly href: string }) {
  return (
    <header className={styles.header}>
      <Link href={href} className={styles.home}>
        <Sign />
      </Link>
    </header>
  );
}
