import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { UpgradeForm } from "#components/organizations/upgrade-form";
import { PageHeader } from "#components/ui/page-header";
import { signedInContext } from "#lib/door/signed-in";
import { canUpgrade } from "#lib/organizations/policy";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organization.upgrade");
  return { title: t("title") };
}

export default async function UpgradePage() {
  const { actor } = await signedInContext();
  if (!canUpgrade(actor)) redirect("/organization");
  const t = await getTranslations("organization.upgrade");
  return (
    <>
      <PageHeader title={t("title")} note={t("text")} />
      <UpgradeForm />
    </>
  );
}
