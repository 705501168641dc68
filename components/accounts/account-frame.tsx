import Link from "next/link";
import type { ReactNode } from "react";
import { Sign } from "#components/shell/sign";
import styles from "./account-frame.module.css";

/** The frame of every page in front of the sign-in: the sign at the top, one thing to do below. */
export function AccountFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        <Link href="/" className={styles.sign}>
          <Sign />
        </Link>
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  );
}
