"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import styles from "./organization-sections.module.css";

const open = ["users"] as const;
const managed = ["users", "departments", "invitations"] as const;

/** The parts of the organization, above each of its pages; what only admins may see is not there for others. ORG-09, GAP-067 */
export function OrganizationSections({ isManager }: { readonly isManager: boolean }) {
  const t = useTranslations("organization.sections");
  const path = usePathname();
  const parts = isManager ? managed : open;
  return (
    <nav aria-label={t("label")} className={styles.sections}>
      <Link
        href="/organization"
        className={styles.section}
        aria-current={path === "/organization" ? "page" : undefined}
      >
        {t("about")}
      </Link>
      {parts.map((part) => (
        <Link
          key={part}
          href={`/organization/${part}`}
          className={styles.section}
          aria-current={path.startsWith(`/organization/${part}`) ? "page" : undefined}
        >
          {t(part)}
        </Link>
      ))}
    </nav>
  );
}
