"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import styles from "./profile-tabs.module.css";

const tabs = [
  { key: "personal", href: "/settings/profile" },
  { key: "access", href: "/settings/profile/email-and-password" },
  { key: "other", href: "/settings/profile/other" },
] as const;

/** The three tabs of the profile settings, each with an address of its own. SET-06..08 */
export function ProfileTabs() {
  const t = useTranslations("profile.tabs");
  const path = usePathname();
  return (
    <nav aria-label={t("label")} className={styles.tabs}>
      {tabs.map(({ key, href }) => (
        <Link key={key} href={href} className={styles.tab} aria-current={path === href ? "page" : undefined}>
          {t(key)}
        </Link>
      ))}
    </nav>
  );
}
