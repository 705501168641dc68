import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmailConfirmation } from "#components/accounts/email-confirmation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("profile.confirm");
  return { title: t("title"), robots: { index: false } };
}

export default async function ConfirmEmailPage() {
  const t = await getTranslations("profile.confirm");
  const form = await getTranslations("accounts.form");
  const texts = {
    title: t("title"),
    text: t("text"),
    action: t("action"),
    sending: t("sending"),
    done: t("done"),
    doneText: t("doneText", { email: "{email}" }),
    open: t("open"),
    missing: t("missing"),
    settings: t("settings"),
    offline: form("offline"),
    failed: form("failed"),
  };
  return <EmailConfirmation texts={texts} />;
}
