import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForgotPasswordForm } from "#components/accounts/forgot-password-form";
import { PlainPage } from "#components/ui/plain-page";
import { canChangePassword } from "#lib/accounts/passwords/policy";
import { getAccountSettings } from "#lib/accounts/settings/queries";
import { pageContext } from "#lib/door/request-context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("security.forgot");
  return { title: t("title"), robots: { index: false } };
}

export default async function ForgotPasswordPage() {
  const settings = await getAccountSettings(await pageContext());
  const t = await getTranslations("security");
  if (!canChangePassword(settings)) {
    const help = settings.helpContact ? ` ${t("signIn.help", { contact: settings.helpContact })}` : "";
    const action = { href: "/sign-in", label: t("forgot.back") };
    return (
      <PlainPage title={t("forgot.closedTitle")} text={`${t("forgot.closed")}${help}`} action={action} />
    );
  }
  const form = await getTranslations("accounts.form");
  const texts = {
    title: t("forgot.title"),
    text: t("forgot.text"),
    name: t("forgot.name"),
    action: t("forgot.action"),
    sending: t("forgot.sending"),
    sentTitle: t("forgot.sentTitle"),
    sent: t("forgot.sent"),
    spam: t("forgot.spam"),
    back: t("forgot.back"),
    another: t("forgot.another"),
    offline: form("offline"),
    failed: form("failed"),
  };
  return <ForgotPasswordForm texts={texts} />;
}
