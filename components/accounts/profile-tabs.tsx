"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { LinkTabs } from "../ui/link-tabs.tsx";

const tabs = [
  { key: "personal", href: "/settings/profile" },
  { key: "access", href: "/settings/profile/email-and-password" },
  { key: "other", href: "/settings/profile/other" },
] as const;

/** The three tabs of the profile settings, each with an address of its own. SET-06..08 */
export function ProfileTabs() {
  const t = useTranslations("profile.tabs");
  const path = usePathname();
  const links = tabs.map(({ key, href }) => ({ href, text: t(key), isCurrent: path === href }));
  return <LinkTabs label={t("label")} tabs={links} />;
}
