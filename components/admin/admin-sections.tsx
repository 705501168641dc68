"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { LinkTabs } from "../ui/link-tabs.tsx";

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
  const tabs = sections.map((section) => {
    const href = `/admin/${section}`;
    return { href, text: t(section), isCurrent: path.startsWith(href) };
  });
  return <LinkTabs label={t("label")} tabs={tabs} />;
}
