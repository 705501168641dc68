"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { LinkTabs } from "../ui/link-tabs.tsx";

const open = ["users"] as const;
const managed = ["users", "departments", "invitations"] as const;

/** The parts of the organization, above each of its pages; what only admins may see is not there for others. ORG-09, GAP-067 */
export function OrganizationSections({ isManager }: { readonly isManager: boolean }) {
  const t = useTranslations("organization.sections");
  const path = usePathname();
  const parts = (isManager ? managed : open).map((part) => {
    const href = `/organization/${part}`;
    return { href, text: t(part), isCurrent: path.startsWith(href) };
  });
  const about = { href: "/organization", text: t("about"), isCurrent: path === "/organization" };
  return <LinkTabs label={t("label")} tabs={[about, ...parts]} />;
}
