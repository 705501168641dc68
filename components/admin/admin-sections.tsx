"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import styles from "./admin-sections.module.css";

const sections = [
  "people",
  "organizations",
  "settings",
  "lockout",
  "terms",
  "mails",
  "installation",
] as const;

/** The sections of the control panel, above each of its pages. */
export function AdminSections() {
  const t = useTranslations("admin.sections");
  const path = usePathname();
  return (
    <nav aria-label={t("label")} className={styles.sections}>
      {sections.map((section) => (
        <Link
          key={section}
          href={`/admin/${section}`}
          className={styles.section}
          aria-current={path.startsWith(`/admin/${section}`) ? "page" : undefined}
        >
          {t(section)}
        </Link>
      ))}
    </nav>
  );
}
