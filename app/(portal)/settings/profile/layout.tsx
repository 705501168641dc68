import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ProfileTabs } from "#components/accounts/profile-tabs";
import { PageHeader } from "#components/ui/page-header";

export default async function ProfileLayout({ children }: { readonly children: ReactNode }) {
  const t = await getTranslations("profile.tabs");
  return (
    <>
      <PageHeader title={t("title")} />
      <ProfileTabs />
      {children}
    </>
  );
}
