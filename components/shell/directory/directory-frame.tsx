"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import styles from "./directory-frame.module.css";
import { DirectoryIcon } from "./directory-icon.tsx";
import type { DirectoryKey, Entry } from "./entries.ts";

type Props = { readonly entries: readonly Entry<DirectoryKey>[]; readonly children: ReactNode };

/** The directory's menu at the side, and beside it the page that was chosen. DIR-06, DIR-09, DIR-10, GAP-004 */
export function DirectoryFrame({ entries, children }: Props) {
  const t = useTranslations("directory.menu");
  const path = usePathname();
  return (
    <div className={styles.frame}>
      <nav aria-label={t("label")} className={styles.menu}>
        {entries.map(({ key, href }) => (
          <Link
            key={key}
            href={href}
            className={styles.entry}
            aria-current={path === href || path.startsWith(`${href}/`) ? "page" : undefined}
          >
            <DirectoryIcon of={key} />
            {t(key)}
          </Link>
        ))}
      </nav>
      <div className={styles.content}>{children}</div>
    </div>
  );
}
