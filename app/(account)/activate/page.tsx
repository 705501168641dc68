import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActivationPage } from "#components/accounts/activation-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registration.activate");
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function ActivatePage() {
  const t = await getTranslations("registration.activate");
  const form = await getTranslations("accounts.form");
  const texts = {
    title: t("title"),
    working: t("working"),
    unknownTitle: t("unknownTitle"),
    unknownText: t("unknownText"),
    expiredTitle: t("expiredTitle"),
    expiredText: t("expiredText"),
    again: t("again"),
    sendingAgain: t("sendingAgain"),
    sentAgain: t("sentAgain"),
    otherTitle: t("otherTitle"),
    otherAlreadyTitle: t("otherAlreadyTitle"),
    otherText: t("otherText"),
    signOut: t("signOut"),
    stay: t("stay"),
    retry: t("retry"),
    register: t("register"),
    offline: form("offline"),
    failed: form("failed"),
  };
  return <ActivationPage texts={texts} />;
}
