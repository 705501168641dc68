import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountSettingsForm } from "#components/admin/account-settings-form";
import { PageHeader } from "#components/ui/page-header";
import { getAccountSettings } from "#lib/admin/queries";
import { administratorContext } from "#lib/door/signed-in";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.settings");
  return { title: t("title") };
}

export default async function AccountSettingsPage() {
  const settings = await getAccountSettings(await administratorContext());
  const t = await getTranslations("admin.settings");
  return (
    <>
      <PageHeader title={t("title")} note={t("note")} />
      <AccountSettingsForm settings={settings} />
    </>
  );
}
