import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PartsTable } from "#components/admin/parts-table";
import { PageHeader } from "#components/ui/page-header";
import { health } from "#lib/door/health";
import { administratorContext } from "#lib/door/signed-in";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.installation");
  return { title: t("title") };
}

export default async function InstallationPage() {
  const { now } = await administratorContext();
  const { parts } = await health();
  const t = await getTranslations("admin.installation");
  return (
    <>
      <PageHeader title={t("title")} note={t("note")} />
      <PartsTable parts={parts} at={now.toISOString()} />
    </>
  );
}
