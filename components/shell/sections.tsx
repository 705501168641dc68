"use client";

import {
  IconAddressBook,
  IconArrowBackUp,
  IconCalendarEvent,
  IconDoor,
  IconDownload,
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
  { href: "/rooms", key: "rooms", Icon: IconDoor },
  { href: "/calls", key: "calls", Icon: IconPhone },
  { href: "/directory", key: "directory", Icon: IconAddressBook },
  { href: "/settings", key: "settings", Icon: IconSettings },
] as const;

const adminSection = { href: "/admin", key: "controlPanel", Icon: IconShieldCog } as const;
const backSection = { href: "/home", key: "backToPortal", Icon: IconArrowBackUp } as const;

/** Pages that the directory leads to without standing in its address. */
const ofDirectory = ["/contact-requests", "/organization"];

type Props = {
  readonly person: ShellPerson;
  readonly area: "portal" | "admin";
  readonly downloadUrl: string | null;
};

/** The sections: a column, icons only on narrow windows, a bar at the bottom on phones. */
export function Sections({ person, area, downloadUrl }: Props) {
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
          const isCurrent = [href, ...(key === "directory" ? ofDirectory : [])].some((place) =>
            isBelow(path, place),
          );
          return (
            <Link
              key={key}
              href={href}
              className={styles.section}
              data-section={key}
              aria-current={isCurrent ? "page" : undefined}
            >
              <Icon size={20} stroke={1.5} aria-hidden />
              <span className={styles.label}>{t(key)}</span>
            </Link>
          );
        })}
        {downloadUrl && area === "portal" ? (
          <a href={downloadUrl} className={styles.section} data-section="download" rel="noreferrer">
            <IconDownload size={20} stroke={1.5} aria-hidden />
            <span className={styles.label}>{t("downloadApplication")}</span>
          </a>
        ) : null}
      </nav>
      <div className={styles.account}>
        <AccountMenu person={person} downloadUrl={downloadUrl} />
      </div>
    </header>
  );
}

function isBelow(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}
