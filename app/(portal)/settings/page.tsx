import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryList } from "#components/shell/directory/entry-list";
import { PageHeader } from "#components/ui/page-header";
import { signedInContext } from "#lib/door/signed-in";
import { settingsEntries } from "../../../components/shell/directory/entries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("directory.settings");
  return { title: t("title") };
}

export default async function SettingsPage() {
  const { actor } = await signedInContext();
  const t = await getTranslations("directory.settings");
  const rows = settingsEntries(actor).map(({ key, href }) => ({
    key,
    href,
    name: t(key),
    text: t(`${key}Text`),
  }));
  return (
    <>
      <PageHeader title={t("title")} />
      <EntryList rows={rows} />
    </>
  );
}
