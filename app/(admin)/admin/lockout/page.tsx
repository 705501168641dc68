import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LockoutForm } from "#components/admin/lockout-form";
import { PageHeader } from "#components/ui/page-header";
import { getLockoutSettings } from "#lib/admin/queries";
import { administratorContext } from "#lib/door/signed-in";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.lockout");
  return { title: t("title") };
}

export default async function LockoutPage() {
  const settings = await getLockoutSettings(await administratorContext());
  const t = await getTranslations("admin.lockout");
  return (
    <>
      <PageHeader title={t("title")} note={t("note")} />
      <LockoutForm settings={settings} />
    </>
  );
}
