import { getTranslations } from "next-intl/server";
import { PlainPage } from "#components/ui/plain-page";

export default async function NotFound() {
  const t = await getTranslations("shell.notFound");
  return <PlainPage title={t("title")} text={t("text")} action={{ href: "/", label: t("action") }} />;
}
