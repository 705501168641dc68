"use client";

import {
  IconArrowBackUp,
  IconCalendarEvent,
  IconHome,
  IconPhone,
  IconSettings,
  IconShieldCog,
} from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { AccountMenu } from "./account-menu.tsx";
import type { ShellPerson } from "./portal-shell.tsx";
import styles from "./sections.module.css";
import { Sign } from "./sign.tsx";

const portalSections = [
  { href: "/home", key: "home", Icon: IconHome },
  { href: "/meetings", key: "meetings", Icon: IconCalendarEvent },
  { href: "/calls", key: "calls", Icon: IconPhone },
  { href: "/settings", key: "settings", Icon: IconSettings },
] as const;

const adminSection = { href: "/admin", key: "controlPanel", Icon: IconShieldCog } as const;
const backSection = { href: "/home", key: "backToPortal", Icon: IconArrowBackUp } as const;

type Props = { readonly person: ShellPerson; readonly area: "portal" | "admin" };

/** The sections: a column, icons only on narrow windows, a bar at the bottom on phones. */
export function Sections({ person, area }: Props) {
  const t = useTranslations("shell");
  const path = usePathname();
  const portal = person.isServerAdmin ? [...portalSections, adminSection] : portalSections;
  const sections = area === "admin" ? [backSection, adminSection] : portal;
  return (
    <header className={styles.column}>
      <Link href="/home" className={styles.sign}>
        <Sign />
      </Link>
      <nav aria-label={t("sections")} className={styles.sections}>
        {sections.map(({ href, key, Icon }) => {
          const isCurrent = path === href || path.startsWith(`${href}/`);
          return (
            <Link
              key={key}
              href={href}
              className={styles.section}
              aria-current={isCurrent ? "page" : undefined}
            >
              <Icon size={20} stroke={1.5} aria-hidden />
              <span className={styles.label}>{t(key)}</span>
            </Link>
          );
        })}
      </nav>
      <div className={styles.account}>
        <AccountMenu person={person} />
      </div>
    </header>
  );
}
